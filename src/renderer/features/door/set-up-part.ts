import '../../app/screen-styles.css'

/** What the door needs on a new or broken desk only: not in the first script. */
export { Restore } from './Restore.tsx'
export { SetUp } from './SetUp.tsx'
