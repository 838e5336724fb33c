import type { CheckId } from '../checks.ts'
import { both, form } from './form.ts'

/** Sentences about the face, how it is held and how it lies in the frame. */
export const faceForms = {
  no_face: form(
    ['Face', 'Visage'],
    ['A face is found.', 'Un visage est trouvé.'],
    ['No face is found, or none that is clear.', 'Aucun visage n’est trouvé, ou aucun qui soit net.'],
  ),
  animal: form(
    ['A person’s face', 'Visage d’une personne'],
    ['The face is a person’s.', 'Le visage est celui d’une personne.'],
    [
      'The face does not look like a person’s: an animal, a drawing, or a face that is mostly covered.',
      'Le visage ne semble pas celui d’une personne : un animal, un dessin ou un visage en grande partie couvert.',
    ],
  ),
  several_faces: form(
    ['One person alone', 'Personne seule'],
    ['Nobody else is in the picture.', 'Personne d’autre n’est sur l’image.'],
    [
      'Another face is in the picture, {{value}}% of the first one’s size.',
      'Un autre visage est sur l’image, {{value}} % de la taille du premier.',
    ],
  ),
  eyes_covered: form(
    ['Eyes uncovered', 'Yeux découverts'],
    ['Both eyes are uncovered.', 'Les deux yeux sont découverts.'],
    [
      'Something seems to cover the eyes: hair, dark glasses, a hand or a bar.',
      'Quelque chose semble couvrir les yeux : cheveux, lunettes foncées, main ou bande.',
    ],
  ),
  tinted_glasses: form(
    ['Clear glasses', 'Verres clairs'],
    ['No tinted glasses are seen.', 'Aucun verre teinté n’est visible.'],
    [
      'The skin around the eyes has {{value}}% of the face’s light, at least {{limit}}%: tinted glasses or deep shade.',
      'Le tour des yeux reçoit {{value}} % de la lumière du visage, au moins {{limit}} % : verres teintés ou ombre profonde.',
    ],
  ),
  eyes_closed: form(
    ['Eyes open', 'Yeux ouverts'],
    ['Both eyes are open.', 'Les deux yeux sont ouverts.'],
    ['An eye seems closed or nearly closed.', 'Un œil semble fermé ou presque fermé.'],
  ),
  mouth_covered: form(
    ['Mouth uncovered', 'Bouche découverte'],
    ['Mouth and chin are uncovered.', 'La bouche et le menton sont découverts.'],
    [
      'Something seems to cover the mouth: a mask, a hand or cloth.',
      'Quelque chose semble couvrir la bouche : masque, main ou tissu.',
    ],
  ),
  mouth_open: form(
    ['Mouth closed', 'Bouche fermée'],
    ['The mouth is closed.', 'La bouche est fermée.'],
    [
      'The mouth seems open, or the person smiles widely.',
      'La bouche semble ouverte, ou la personne sourit largement.',
    ],
  ),
  head_size: form(
    ['Size of the head', 'Taille de la tête'],
    ['Head {{value}} mm, chin to crown.', 'Tête de {{value}} mm, du menton au sommet du crâne.'],
    ['Head {{value}} mm, must be {{min}} to {{max}}.', 'Tête de {{value}} mm, doit mesurer de {{min}} à {{max}}.'],
    {
      low: both([
        'Head {{value}} mm, must be {{min}} to {{max}}: too small.',
        'Tête de {{value}} mm, doit mesurer de {{min}} à {{max}} : trop petite.',
      ]),
      high: both([
        'Head {{value}} mm, must be {{min}} to {{max}}: too large.',
        'Tête de {{value}} mm, doit mesurer de {{min}} à {{max}} : trop grande.',
      ]),
    },
  ),
  cropped: form(
    ['Whole head', 'Tête entière'],
    ['Head and chin are wholly in the picture.', 'La tête et le menton sont entièrement sur l’image.'],
    [
      'The picture cuts the head, or leaves hardly any room above or below it.',
      'L’image coupe la tête, ou laisse à peine d’espace au-dessus ou au-dessous.',
    ],
  ),
  off_centre: form(
    ['Centred', 'Centrage'],
    ['The face is in the middle.', 'Le visage est au milieu.'],
    [
      'The face is {{value}}% of the width beside the middle, at most {{limit}}%.',
      'Le visage est à {{value}} % de la largeur du milieu, au plus {{limit}} %.',
    ],
    {
      low: both([
        'The face is {{value}}% of the width left of the middle, at most {{limit}}%.',
        'Le visage est à {{value}} % de la largeur à gauche du milieu, au plus {{limit}} %.',
      ]),
      high: both([
        'The face is {{value}}% of the width right of the middle, at most {{limit}}%.',
        'Le visage est à {{value}} % de la largeur à droite du milieu, au plus {{limit}} %.',
      ]),
    },
  ),
  roll: form(
    ['Head upright', 'Tête droite'],
    ['The head is upright ({{value}}°).', 'La tête est droite ({{value}}°).'],
    ['The head leans by {{value}}°, at most {{limit}}°.', 'La tête penche de {{value}}°, au plus {{limit}}°.'],
    {
      low: both([
        'The head leans to the left of the picture by {{value}}°, at most {{limit}}°.',
        'La tête penche de {{value}}° vers la gauche de l’image, au plus {{limit}}°.',
      ]),
      high: both([
        'The head leans to the right of the picture by {{value}}°, at most {{limit}}°.',
        'La tête penche de {{value}}° vers la droite de l’image, au plus {{limit}}°.',
      ]),
    },
  ),
  yaw: form(
    ['Facing the camera', 'Face à l’appareil'],
    ['The face is square to the camera ({{value}}°).', 'Le visage est bien de face ({{value}}°).'],
    [
      'The face is turned aside by {{value}}°, at most {{limit}}°.',
      'Le visage est tourné de côté de {{value}}°, au plus {{limit}}°.',
    ],
    {
      low: both([
        'The face is turned to the left of the picture by {{value}}°, at most {{limit}}°.',
        'Le visage est tourné de {{value}}° vers la gauche de l’image, au plus {{limit}}°.',
      ]),
      high: both([
        'The face is turned to the right of the picture by {{value}}°, at most {{limit}}°.',
        'Le visage est tourné de {{value}}° vers la droite de l’image, au plus {{limit}}°.',
      ]),
    },
  ),
  pitch: form(
    ['Chin level', 'Menton à niveau'],
    ['The chin is level ({{value}}°).', 'Le menton est à niveau ({{value}}°).'],
    [
      'The face is tilted by {{value}}°, at most {{limit}}°.',
      'Le visage est incliné de {{value}}°, au plus {{limit}}°.',
    ],
    {
      low: both([
        'The person looks down: {{value}}°, at most {{limit}}°.',
        'La personne regarde vers le bas : {{value}}°, au plus {{limit}}°.',
      ]),
      high: both([
        'The person looks up: {{value}}°, at most {{limit}}°.',
        'La personne regarde vers le haut : {{value}}°, au plus {{limit}}°.',
      ]),
    },
  ),
} as const satisfies Partial<Record<CheckId, ReturnType<typeof form>>>
