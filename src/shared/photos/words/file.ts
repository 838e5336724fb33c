import type { CheckId } from '../checks.ts'
import { form } from './form.ts'

/** A statement of the file: the same whether it is in order or not. */
const statement = (title: [string, string], text: [string, string]) => form(title, text, text)

/** Sentences about where the picture comes from and about its file. */
export const fileForms = {
  recapture: form(
    ['Not a picture of a paper photo', 'Pas l’image d’une photo papier'],
    ['No sign of a photo of a paper photo.', 'Aucun signe d’une photo d’une photo papier.'],
    [
      'Possibly a picture of a paper photo or of a screen: look for edges, dots and reflections.',
      'Peut-être l’image d’une photo papier ou d’un écran : cherchez des bords, des points, des reflets.',
    ],
  ),
  duplicate: form(
    ['New photo', 'Photo nouvelle'],
    ['No earlier photo of this person is like it.', 'Aucune photo antérieure de cette personne ne lui ressemble.'],
    [
      'This looks like an earlier photo of this person. Compare them.',
      'Elle ressemble à une photo antérieure de cette personne. Comparez-les.',
    ],
  ),
  duplicate_other: form(
    ['No other person’s photo', 'Pas la photo d’une autre personne'],
    ['No photo of another person is like it.', 'Aucune photo d’une autre personne ne lui ressemble.'],
    [
      'This looks like a photo of another person. Compare both before anything is decided.',
      'Elle ressemble à la photo d’une autre personne. Comparez les deux avant toute décision.',
    ],
  ),
  transparency: statement(
    ['Background not cut out', 'Arrière-plan non découpé'],
    [
      'Parts are see-through: the background may have been cut out.',
      'Des parties sont transparentes : l’arrière-plan a peut-être été découpé.',
    ],
  ),
  format: statement(['Format', 'Format'], ['A JPEG or PNG file.', 'Un fichier JPEG ou PNG.']),
  file_size: form(
    ['Size of the file', 'Taille du fichier'],
    ['File size {{value}} MB, at most {{limit}} MB.', 'Taille du fichier : {{value}} Mo, au plus {{limit}} Mo.'],
    [
      'The file is {{value}} MB; the limit is {{limit}} MB.',
      'Le fichier fait {{value}} Mo; la limite est de {{limit}} Mo.',
    ],
  ),
  pixels: form(
    ['Pixels', 'Pixels'],
    ['{{width}} × {{height}} pixels.', '{{width}} × {{height}} pixels.'],
    [
      '{{width}} × {{height}} pixels are used; {{metric}} must be {{range}}.',
      '{{width}} × {{height}} pixels sont utilisés; {{metric}} : {{range}}.',
    ],
  ),
  aspect: form(
    ['Shape', 'Proportions'],
    ['Shape {{value}} (width over height).', 'Proportions : {{value}} (largeur sur hauteur).'],
    [
      'The picture is unusually wide or narrow: width over height is {{value}}, expected {{min}} to {{max}}.',
      'L’image est anormalement large ou étroite : largeur sur hauteur {{value}}, attendu de {{min}} à {{max}}.',
    ],
  ),
  age: form(
    ['Recent', 'Récente'],
    ['Taken {{value}} months ago, at most {{limit}}.', 'Prise il y a {{value}} mois, au plus {{limit}}.'],
    [
      'The photo was taken more than {{value}} months ago; the limit is {{limit}} months.',
      'La photo a été prise il y a plus de {{value}} mois; la limite est de {{limit}} mois.',
    ],
  ),
  turned: statement(
    ['Upright', 'À l’endroit'],
    [
      'The picture lies on its side or upside down. It can be turned without loss.',
      'L’image est couchée ou à l’envers. Elle peut être tournée sans perte.',
    ],
  ),
  upside_down: statement(
    ['Camera upright', 'Appareil à l’endroit'],
    [
      'The camera was held upside down; the picture is shown turned. Check that it stands upright.',
      'L’appareil était tenu à l’envers; l’image est affichée retournée. Vérifiez qu’elle est à l’endroit.',
    ],
  ),
  mirrored: statement(
    ['Not mirrored', 'Sans effet miroir'],
    [
      'The file asks to be shown mirrored, which cameras do not do. Compare with the person.',
      'Le fichier demande un affichage en miroir, ce que ne fait aucun appareil. Comparez avec la personne.',
    ],
  ),
  damaged: statement(
    ['File undamaged', 'Fichier intact'],
    [
      'Some of the picture’s data is damaged. Look closely whether a part is garbled.',
      'Une partie des données de l’image est endommagée. Vérifiez de près si une zone est brouillée.',
    ],
  ),
  cmyk: statement(
    ['Colours of a screen', 'Couleurs d’écran'],
    [
      'The file is made for a printing press (CMYK): colours on screen may differ.',
      'Le fichier est destiné à l’imprimerie (CMJN) : les couleurs à l’écran peuvent différer.',
    ],
  ),
  moving: statement(
    ['Still picture', 'Image fixe'],
    ['The file moves; only its first picture is kept.', 'Le fichier est animé; seule la première image est conservée.'],
  ),
  trailing_file: statement(
    ['Nothing hidden in the file', 'Rien de caché dans le fichier'],
    [
      'Another file was hidden after the picture ({{value}} bytes). It was cut off and not opened.',
      'Un autre fichier était caché après l’image ({{value}} octets). Il a été retiré sans être ouvert.',
    ],
  ),
  trailing_bytes: statement(
    ['End of the file', 'Fin du fichier'],
    ['{{value}} bytes after the picture were cut off.', '{{value}} octets après l’image ont été retirés.'],
  ),
  place_removed: statement(
    ['Place removed', 'Lieu retiré'],
    [
      'The file said where it was taken; that was removed.',
      'Le fichier indiquait le lieu de la prise de vue; cette donnée a été retirée.',
    ],
  ),
} as const satisfies Partial<Record<CheckId, ReturnType<typeof form>>>
