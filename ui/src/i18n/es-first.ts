import type { Messages } from './en';

/** The introduction shown on first start, in Spanish. */
export const first: Messages['first'] = {
  label: 'Te damos la bienvenida a Attune',
  step: (at, of) => `${at} de ${of}`,
  skip: 'Omitir',
  back: 'Atrás',
  next: 'Siguiente',
  done: 'Empezar a escuchar',
  mood: {
    title: '¿Cómo te sientes ahora?',
    drag: 'Arrastra el punto hasta donde estés. La música te sigue.',
    silent: 'El primer movimiento inicia un paisaje sonoro.',
    sounds: 'Un paisaje sonoro que Attune compone mientras escuchas.',
    camera: 'Tu cámara puede hacerlo por ti. Las imágenes nunca salen de este equipo.',
    useCamera: 'Usar la cámara',
    cameraOff: 'Cerrar la cámara',
    self: 'Lo arrastro a mano',
    how: 'Con la cámara encendida, un modelo en este equipo lee la expresión de tu cara y estima lo agradable y lo enérgico que quizá sea tu ánimo. Ve expresiones, no sentimientos, y puede equivocarse: siempre cuenta lo que tú digas. No se guarda ni se envía ninguna imagen, y no necesitas una cuenta.',
    seesNothing: 'Aún no se ve ninguna cara. Ponte donde te dé la luz en la cara.',
    sees: (word) => `Attune ve tu cara. Puede que se te vea ${word}.`,
  },
  music: {
    title: '¿Dónde está tu música?',
    starter: 'Un catálogo de canciones para empezar. Se abren en Spotify.',
    csv: '¿Tienes una lista de canciones en un archivo CSV? Impórtala ahora, o más tarde en la biblioteca.',
  },
  taste: {
    title: 'Elige lo que te encanta',
    about:
      'Es opcional: Attune también aprende de lo que escuchas. Puedes cambiarlo más tarde en Ajustes, en «Lo que Attune ha aprendido».',
  },
};
