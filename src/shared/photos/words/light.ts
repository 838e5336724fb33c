import type { CheckId } from '../checks.ts'
import { form } from './form.ts'

/** Sentences about light, sharpness, background and colour. */
export const lightForms = {
  too_dark: form(
    ['Bright enough', 'Assez claire'],
    ['The photo is bright enough.', 'La photo est assez claire.'],
    [
      'The photo is too dark: brightness {{value}}, at least {{limit}}.',
      'La photo est trop sombre : clarté {{value}}, au moins {{limit}}.',
    ],
  ),
  over_exposed: form(
    ['Not too bright', 'Pas trop claire'],
    ['No part of the face is burnt out.', 'Aucune partie du visage n’est brûlée par la lumière.'],
    [
      'The face is too bright: detail is lost in white areas.',
      'Le visage est trop clair : des détails se perdent dans des zones blanches.',
    ],
  ),
  low_contrast: form(
    ['Contrast', 'Contraste'],
    ['The face has enough contrast.', 'Le visage a assez de contraste.'],
    [
      'The face is flat, as through haze: contrast {{value}}, at least {{limit}}.',
      'Le visage est terne, comme voilé : contraste {{value}}, au moins {{limit}}.',
    ],
  ),
  glare: form(
    ['No glare', 'Sans reflet'],
    ['No glare on face or glasses.', 'Aucun reflet sur le visage ni sur les lunettes.'],
    ['There is glare on the face or on the glasses.', 'Il y a un reflet sur le visage ou sur les lunettes.'],
  ),
  uneven_light: form(
    ['Even light', 'Éclairage uniforme'],
    ['Both sides of the face are lit evenly.', 'Les deux côtés du visage sont éclairés également.'],
    [
      'One side of the face has {{value}}% of the other’s light, at least {{limit}}%.',
      'Un côté du visage reçoit {{value}} % de la lumière de l’autre, au moins {{limit}} %.',
    ],
  ),
  shade_edge: form(
    ['No shadow on the face', 'Sans ombre sur le visage'],
    ['No shadow with a hard edge falls across the face.', 'Aucune ombre au bord net ne traverse le visage.'],
    [
      'A shadow with a hard edge seems to fall across the face: {{value}}% of the light is left in it, at least {{limit}}%.',
      'Une ombre au bord net semble traverser le visage : il y reste {{value}} % de la lumière, au moins {{limit}} %.',
    ],
  ),
  blur: form(
    ['Sharp', 'Netteté'],
    ['The face is sharp.', 'Le visage est net.'],
    ['The face is out of focus.', 'Le visage est flou.'],
  ),
  motion: form(
    ['Steady', 'Sans bougé'],
    ['Nothing moved.', 'Rien n’a bougé.'],
    ['The camera or the person seems to have moved.', 'L’appareil ou la personne semble avoir bougé.'],
  ),
  upscaled: form(
    ['Not enlarged', 'Non agrandie'],
    ['The picture does not seem enlarged.', 'L’image ne semble pas agrandie.'],
    [
      'The picture seems to have been enlarged {{value}} times from a smaller one.',
      'L’image semble avoir été agrandie {{value}} fois à partir d’une plus petite.',
    ],
  ),
  compression: form(
    ['Not compressed too much', 'Compression modérée'],
    ['The file is not compressed too much.', 'Le fichier n’est pas trop comprimé.'],
    [
      'The file is compressed so much that blocks may be seen.',
      'Le fichier est si comprimé que des blocs peuvent se voir.',
    ],
  ),
  background_uneven: form(
    ['Plain background', 'Arrière-plan uni'],
    ['The background is plain.', 'L’arrière-plan est uni.'],
    [
      'The background is not plain: objects, texture or edges.',
      'L’arrière-plan n’est pas uni : objets, texture ou bords.',
    ],
  ),
  background_dark: form(
    ['Light background', 'Arrière-plan clair'],
    ['The background is light.', 'L’arrière-plan est clair.'],
    [
      'The background is dark: brightness {{value}}, at least {{limit}} of 100.',
      'L’arrière-plan est sombre : clarté {{value}}, au moins {{limit}} sur 100.',
    ],
  ),
  background_colour: form(
    ['White background', 'Arrière-plan blanc'],
    ['The background has no strong colour.', 'L’arrière-plan n’a pas de couleur marquée.'],
    [
      'The background is coloured: {{value}}, at most {{limit}}.',
      'L’arrière-plan est coloré : {{value}}, au plus {{limit}}.',
    ],
  ),
  background_shadow: form(
    ['No shadow behind', 'Sans ombre derrière'],
    ['No shadow is seen on the background.', 'Aucune ombre n’est visible sur l’arrière-plan.'],
    ['There is a shadow on the background.', 'Il y a une ombre sur l’arrière-plan.'],
  ),
  colour_cast: form(
    ['Natural colours', 'Couleurs naturelles'],
    ['The colours look natural.', 'Les couleurs semblent naturelles.'],
    [
      'The colours do not look natural: coloured light, a filter or faded.',
      'Les couleurs ne semblent pas naturelles : lumière colorée, filtre ou couleurs délavées.',
    ],
  ),
  greyscale: form(
    ['In colour', 'En couleur'],
    ['The photo is in colour.', 'La photo est en couleur.'],
    ['The photo has no colour.', 'La photo n’est pas en couleur.'],
  ),
} as const satisfies Partial<Record<CheckId, ReturnType<typeof form>>>
