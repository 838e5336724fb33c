import { type Culture, culture } from './culture.ts'

export const americas: readonly Culture[] = [
  culture({
    id: 'hispanic',
    language: 'es',
    shape: 'double',
    tones: [2, 6],
    hair: 'wavy',
    male: 'José Luis, Juan Carlos, Miguel Ángel, Jesús, Andrés, Ramón, Fernando, Joaquín, Óscar, Iván, Martín, Raúl, Sebastián, Víctor',
    female:
      'María Fernanda, Guadalupe, Ana Sofía, Verónica, Lucía, Rosa María, Inés, Ximena, Mónica, Paola, Belén, Yolanda, Raquel, Daniela',
    family:
      'Hernández, García, Martínez, López, Núñez, Muñoz, Rodríguez, Peña, Castillo, de la Cruz, Ortiz, Ibáñez, Vásquez, Rojas, Cárdenas, Zúñiga',
  }),
  culture({
    id: 'brazilian',
    language: 'pt',
    shape: 'lusophone',
    tones: [2, 8],
    hair: 'wavy',
    male: 'João, Antônio, Luís Felipe, Thiago, Rogério, Márcio, Caio, Vinícius, Fábio',
    female: 'Ana Júlia, Luciana, Patrícia, Débora, Conceição, Letícia, Rosângela, Tatiane, Íris',
    family: 'da Silva, dos Santos, Oliveira, Souza, Araújo, Gonçalves, Magalhães, Nascimento, Falcão, Sá',
  }),
  culture({
    id: 'haitian',
    language: 'ht',
    sharesName: true,
    tones: [7, 9],
    hair: 'coily',
    covers: { F: ['headwrap', 0.08] },
    male: 'Jean-Baptiste, Wilner, Frantz, Jacques, Ricardo, Emmanuel, Stanley, Renel, Dieufort, Évens, Luckner',
    female: 'Marie-Ange, Guerline, Rose-Laure, Mirlande, Fabiola, Nadège, Wideline, Islande, Béatha, Roseline',
    family:
      'Pierre, Joseph, Jean-Louis, Désir, Toussaint, Charles, Estimé, Dorvil, Bélizaire, Cadet, Saint-Fleur, Noël',
  }),
  culture({
    id: 'jamaican',
    language: 'en',
    sharesName: true,
    tones: [6, 9],
    hair: 'coily',
    male: 'Andre, Kemar, Damion, Ricardo, Omar, Jermaine, Delroy, Winston, Tyrone',
    female: 'Keisha, Shanice, Marcia, Tanya, Latoya, Sandra, Kerry-Ann, Natalee, Simone',
    family: 'Campbell, Brown, Grant, Reid, Clarke, Francis, Bennett, Gordon, Powell, Dacosta',
  }),
]
