import { NoPermission } from '../../../components/states.tsx'
export const StatisticsScreen = () => <NoPermission />
