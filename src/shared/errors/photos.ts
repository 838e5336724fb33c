import type { ErrorSpecs } from '../language.ts'

/** Asks for the one thing that helps with every wrong kind of file. */
const sendJpeg = {
  en: 'Ask for the picture as a JPEG or PNG file, or take a new one with the camera.',
  fr: 'Demandez la photo en format JPEG ou PNG, ou prenez-en une nouvelle avec la caméra.',
}

const wrongKind = (en: string, fr: string, next = sendJpeg) =>
  ({ status: 415, retryable: false, message: { en, fr }, next }) as const

const unusable = (en: string, fr: string, next = sendJpeg) =>
  ({ status: 422, retryable: false, message: { en, fr }, next }) as const

export const photoErrors = {
  'photo.is_empty': wrongKind('This file is empty.', 'Ce fichier est vide.'),
  'photo.is_heic': wrongKind(
    'This is an iPhone picture (HEIC or AVIF), which cannot be used.',
    'Cette photo est en format iPhone (HEIC ou AVIF), qui ne peut pas être utilisé.',
    {
      en: 'Ask for it as a JPEG: on an iPhone, Settings, Camera, Formats, Most Compatible, then take it again.',
      fr: 'Demandez-la en JPEG : sur un iPhone, Réglages, Appareil photo, Formats, Le plus compatible, puis reprenez la photo.',
    },
  ),
  'photo.is_webp': wrongKind(
    'This is a WebP picture, a format of web pages.',
    'Cette image est en format WebP, un format de pages Web.',
  ),
  'photo.is_gif': wrongKind('This is a GIF picture.', 'Cette image est en format GIF.'),
  'photo.is_svg': wrongKind('This is a drawing (SVG), not a photo.', 'Ce fichier est un dessin (SVG), non une photo.'),
  'photo.is_tiff': wrongKind(
    'This is a TIFF file, as some scanners make.',
    'Ce fichier est en format TIFF, que produisent certains numériseurs.',
    { en: 'Set the scanner to JPEG and scan again.', fr: 'Réglez le numériseur sur JPEG et numérisez de nouveau.' },
  ),
  'photo.is_pdf': wrongKind('This is a PDF document, not a picture.', 'Ce fichier est un document PDF, non une image.'),
  'photo.is_executable': wrongKind(
    'This file is a program, not a picture. It was not opened and was not kept.',
    'Ce fichier est un programme, non une image. Il n’a été ni ouvert ni conservé.',
    {
      en: 'Do not open it. Tell your security contact where it came from.',
      fr: 'Ne l’ouvrez pas. Dites à votre responsable de la sécurité d’où il vient.',
    },
  ),
  'photo.is_archive': wrongKind(
    'This is a ZIP or Office file, not a picture.',
    'Ce fichier est un dossier ZIP ou un document Office, non une image.',
    {
      en: 'Take the picture out of it and send it by itself as a JPEG or PNG.',
      fr: 'Sortez-en la photo et envoyez-la seule, en JPEG ou PNG.',
    },
  ),
  'photo.is_html': wrongKind('This is a web page, not a picture.', 'Ce fichier est une page Web, non une image.'),
  'photo.is_other': wrongKind(
    'This file is not a picture that can be used: only JPEG and PNG are.',
    'Ce fichier n’est pas une image utilisable : seuls les formats JPEG et PNG le sont.',
  ),
  'photo.too_many_bytes': {
    status: 413,
    retryable: false,
    message: {
      en: 'This file is {{megabytes}} MB; this desk takes photos of up to {{limit}} MB.',
      fr: 'Ce fichier fait {{megabytes}} Mo; ce poste accepte des photos d’au plus {{limit}} Mo.',
    },
    next: {
      en: 'Ask for a smaller copy, or take a new photo with the camera.',
      fr: 'Demandez une copie plus légère, ou prenez une nouvelle photo avec la caméra.',
    },
  },
  'photo.too_many_pixels': {
    status: 413,
    retryable: false,
    message: {
      en: 'This picture says it is {{width}} by {{height}} pixels: more than {{limit}} million pixels are not opened.',
      fr: 'Cette image annonce {{width}} sur {{height}} pixels : au-delà de {{limit}} millions de pixels, elle n’est pas ouverte.',
    },
    next: {
      en: 'Ask for a normal photo; a file made to overload a computer looks like this too.',
      fr: 'Demandez une photo ordinaire; un fichier conçu pour surcharger un ordinateur se présente aussi ainsi.',
    },
  },
  'photo.truncated': unusable(
    'The end of this picture is missing: the copy or the upload was cut short.',
    'La fin de cette image manque : la copie ou le téléversement a été interrompu.',
    {
      en: 'Copy or send the file again, or take a new photo with the camera.',
      fr: 'Copiez ou envoyez le fichier de nouveau, ou prenez une nouvelle photo avec la caméra.',
    },
  ),
  'photo.unreadable': unusable(
    'This picture is damaged and cannot be shown.',
    'Cette image est endommagée et ne peut pas être affichée.',
  ),
  'photo.timeout': unusable(
    'This picture took longer than {{seconds}} seconds to open and was stopped.',
    'L’ouverture de cette image a duré plus de {{seconds}} secondes et a été interrompue.',
  ),
  'photo.cancelled': {
    status: 409,
    retryable: true,
    message: {
      en: 'Checking this picture was stopped before its end.',
      fr: 'La vérification de cette image a été arrêtée avant la fin.',
    },
    next: { en: 'Open the picture again to check it.', fr: 'Rouvrez l’image pour la vérifier.' },
  },
  'photo.engine_failed': {
    status: 503,
    retryable: true,
    message: {
      en: 'The automatic checks stopped working on this picture.',
      fr: 'Les vérifications automatiques ont cessé de fonctionner sur cette image.',
    },
    next: {
      en: 'Check the picture by eye. If this happens with every picture, tell the people who look after this desk.',
      fr: 'Vérifiez l’image à l’œil. Si cela se produit avec chaque image, avisez les responsables de ce poste.',
    },
  },
  'photo.bad_crop': {
    status: 400,
    retryable: false,
    message: {
      en: 'The frame for printing lies outside the picture or has the wrong shape.',
      fr: 'Le cadre d’impression sort de l’image ou n’a pas les bonnes proportions.',
    },
    next: { en: 'Move the frame and try again.', fr: 'Déplacez le cadre et réessayez.' },
  },
} as const satisfies ErrorSpecs
