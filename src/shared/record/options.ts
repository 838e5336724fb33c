import { option } from './answer.ts'

/** The closed lists of answers that the questions of the forms offer. */

export const activityKinds = [
  option('work', 'Work', 'Travail'),
  option('study', 'Study', 'Études'),
  option('unemployed', 'Unemployed', 'Sans emploi'),
  option('home', 'At home', 'Au foyer'),
  option('retired', 'Retired', 'À la retraite'),
  option('detained', 'In detention', 'En détention'),
  option('hiding', 'In hiding', 'Dans la clandestinité'),
  option('child', 'Young child', 'Enfant en bas âge'),
  option('other', 'Other', 'Autre'),
]

export const schoolLevels = [
  option('primary', 'Primary', 'Primaire'),
  option('secondary', 'Secondary', 'Secondaire'),
  option('trade', 'Trade or apprenticeship', 'Métier ou apprentissage'),
  option('college', 'College', 'Collège'),
  option('university', 'University', 'Université'),
  option('religious', 'Religious school', 'École religieuse'),
  option('other', 'Other', 'Autre'),
]

export const serviceKinds = [
  option('military', 'Armed forces', 'Forces armées'),
  option('police', 'Police', 'Police'),
  option('militia', 'Militia or civil defence', 'Milice ou défense civile'),
  option('intelligence', 'Intelligence or security service', 'Renseignement ou service de sécurité'),
  option('government', 'Government post', 'Poste dans l’administration'),
]

export const organisationKinds = [
  option('political', 'Political', 'Politique'),
  option('religious', 'Religious', 'Religieuse'),
  option('union', 'Union or profession', 'Syndicale ou professionnelle'),
  option('student', 'Student or youth', 'Étudiante ou de jeunesse'),
  option('social', 'Social or cultural', 'Sociale ou culturelle'),
  option('armed', 'Armed group', 'Groupe armé'),
  option('other', 'Other', 'Autre'),
]

export const relations = [
  option('spouse', 'Spouse', 'Époux ou épouse'),
  option('common_law', 'Common-law partner', 'Conjoint de fait'),
  option('child', 'Child', 'Enfant'),
  option('parent', 'Parent', 'Père ou mère'),
  option('sibling', 'Brother or sister', 'Frère ou sœur'),
  option('other', 'Other', 'Autre'),
]

/** A child's type by the age and means that the Regulations ask for (IRPR s. 2, "dependent child"). */
export const dependantRelations = [
  option('spouse', 'Spouse', 'Époux ou épouse'),
  option('common_law', 'Common-law partner', 'Conjoint de fait'),
  option('child_under_22', 'Child under 22, not married', 'Enfant de moins de 22 ans, non marié'),
  option(
    'child_dependent',
    'Child of 22 or more who depends on the person for a condition',
    'Enfant de 22 ans ou plus, à charge en raison de son état',
  ),
  option('child_of_child', 'Child of a dependent child', 'Enfant d’un enfant à charge'),
  option('other', 'Other', 'Autre'),
]

export const sexes = [
  option('F', 'Female', 'Féminin'),
  option('M', 'Male', 'Masculin'),
  option('X', 'Another', 'Autre'),
]

export const officialLanguages = [
  option('en', 'English', 'Anglais'),
  option('fr', 'French', 'Français'),
  option('both', 'English and French', 'Anglais et français'),
  option('neither', 'Neither English nor French', 'Ni anglais ni français'),
]

export const maritalStates = [
  option('single', 'Never married', 'Célibataire'),
  option('married', 'Married', 'Marié'),
  option('common_law', 'Common-law', 'Conjoint de fait'),
  option('separated', 'Separated', 'Séparé'),
  option('divorced', 'Divorced', 'Divorcé'),
  option('widowed', 'Widowed', 'Veuf'),
  option('annulled', 'Annulled', 'Mariage annulé'),
]

export const agentKinds = [
  option('state', 'Government or authorities', 'Gouvernement ou autorités'),
  option('police', 'Police, army or prison staff', 'Police, armée ou personnel pénitentiaire'),
  option('armed_group', 'Armed group', 'Groupe armé'),
  option('gang', 'Gang or organized crime', 'Gang ou crime organisé'),
  option('family', 'Family or partner', 'Famille ou partenaire'),
  option('community', 'Community or neighbours', 'Communauté ou voisins'),
  option('employer', 'Employer or creditor', 'Employeur ou créancier'),
  option('other', 'Other', 'Autre'),
]

export const harmKinds = [
  option('threat', 'Threat', 'Menace'),
  option('violence', 'Violence', 'Violence'),
  option('torture', 'Torture', 'Torture'),
  option('sexual_violence', 'Sexual violence', 'Violence sexuelle'),
  option('detention', 'Arrest or detention', 'Arrestation ou détention'),
  option('discrimination', 'Discrimination', 'Discrimination'),
  option('forced', 'Forced marriage, work or recruitment', 'Mariage, travail ou enrôlement forcé'),
  option('property', 'Loss of home or property', 'Perte du domicile ou de biens'),
  option('killing', 'Killing of somebody close', 'Meurtre d’un proche'),
  option('other', 'Other', 'Autre'),
]

export const groundOptions = [
  option('race', 'Race', 'Race'),
  option('religion', 'Religion', 'Religion'),
  option('nationality', 'Nationality', 'Nationalité'),
  option('social_group', 'Particular social group', 'Groupe social'),
  option('political_opinion', 'Political opinion', 'Opinions politiques'),
  option('torture', 'Danger of torture', 'Risque de torture'),
  option('risk_to_life', 'Risk to life, cruel treatment', 'Menace à la vie, traitements cruels'),
]

export const visaKinds = [
  option('visitor', 'Visitor visa or authorization', 'Visa ou autorisation de visiteur'),
  option('study', 'Study permit', 'Permis d’études'),
  option('work', 'Work permit', 'Permis de travail'),
  option('permanent', 'Permanent residence', 'Résidence permanente'),
  option('other', 'Other', 'Autre'),
]

export const visaOutcomes = [
  option('granted', 'Granted', 'Accordée'),
  option('refused', 'Refused', 'Refusée'),
  option('open', 'Not decided', 'En instance'),
  option('withdrawn', 'Withdrawn', 'Retirée'),
]

export const formatKinds = [
  option('large_print', 'Large print', 'Gros caractères'),
  option('braille', 'Braille', 'Braille'),
  option('paper', 'On paper', 'Sur papier'),
  option('audio', 'Read aloud or recorded', 'Lecture à voix haute ou enregistrement'),
]
