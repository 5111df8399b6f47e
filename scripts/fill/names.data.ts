/** Names of many countries, so that sorting, folding and searching meet what lists really hold. */
export const firstNames =
  `Anna Lena Mia Emma Hannah Sofia Leonie Marie Clara Jule Greta Paula Ida Frieda Zoë Chloé Amélie Élodie Camille Manon
Inès Léa Océane Lucía Martina Sofía Valeria Carmen Paloma Inés Giulia Chiara Alessia Federica Ginevra Beatrice Ilaria Noor Sanne Femke Lotte
Saga Freya Astrid Linnéa Maja Ebba Ingrid Sigrid Kasia Zofia Małgorzata Agnieszka Łucja Eliška Tereza Zuzana Ayşe Elif Zeynep Büşra Nazlı
Priya Ananya Diya Aisha Fatima Layla Yasmin Yuki Sakura Hana Aoi Mei Xiuying Linh Siti Aaliyah Zuri Imani Nia Amara Chioma Temi Ngozi Grace
Olivia Amelia Harper Quinn Riley Skyler Savannah Noah Liam Finn Jonas Lukas Elias Felix Moritz Jürgen Björn Sören Théo Hugo Raphaël Gaël
Mateo Santiago Álvaro Íñigo Luca Matteo Nicolò Daan Sem Thijs Axel Nils Oskar Łukasz Paweł Jakub Ondřej Kemal Emre Çağlar Arjun Rohan Omar
Khalid Youssef Haruto Ren Kenji Wei Minh Kofi Tunde Kwame Jamal DeShawn Ethan Mason Logan Rory Ciarán Seán`.split(
    /\s+/,
  );

export const lastNames =
  `Müller Schmidt Schneider Fischer Weber Wagner Becker Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann
Schwarz Zimmermann Krüger Hartmann Lange Werner Krause Lehmann Köhler Maier Huber Kaiser Fuchs Vogel Jäger Groß Weiß Martin Bernard Dubois
Thomas Robert Petit Durand Leroy Moreau Lefèvre Girard Rousseau Blanc Guérin Boyer François Mercier Chevalier García Fernández González
Rodríguez López Martínez Sánchez Pérez Gómez Jiménez Ruiz Hernández Díaz Moreno Muñoz Álvarez Romero Alonso Gutiérrez Navarro Torres Domínguez
Núñez Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti Mancini Costa Giordano Rizzo Lombardi Jansen
Bakker Visser Smit Meijer Mulder Bos Vos Peters Hendriks Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson
Lindström Bergström Nyström Hansen Jensen Nielsen Sørensen Møller Østergaard Kowalski Wiśniewski Wójcik Kamiński Lewandowski Zieliński
Szymański Woźniak Dąbrowski Kozłowski Novák Svoboda Dvořák Černý Procházka Yılmaz Kaya Demir Çelik Şahin Yıldız Öztürk Aydın Arslan Doğan
Sharma Verma Patel Singh Gupta Reddy Iyer Khan Ahmed Hussain Rahman Tanaka Suzuki Takahashi Watanabe Ito Nakamura Kobayashi Chen Wang Zhang
Liu Nguyen Tran Pham Okafor Adeyemi Okonkwo Mensah Boateng Smith Johnson Williams Brown Jones Davis Miller Wilson Moore Taylor Anderson
Jackson White Harris Thompson Walker Young King Wright Scott Green Baker Adams Nelson Carter Mitchell Campbell Parker Evans Edwards Collins
Murphy Kelly Byrne Ryan Walsh Silva Santos Oliveira Souza Pereira Lima Carvalho Almeida Ribeiro Araújo Ionescu Popescu Horváth Nagy Kovács`.split(
    /\s+/,
  );

export const topics =
  `travel food beauty fitness fashion gaming tech outdoor interior family pets books music photography cycling running yoga
vegan skincare gardening`.split(/\s+/);

/** Repeated as often as they are likely. */
export const countries = `DE DE DE DE GB GB GB US US US FR FR ES ES IT IT AT CH NL PL SE DK TR BR JP IN NG`.split(' ');
export const cities: Record<string, string> = {
  DE: 'Berlin', GB: 'London', US: 'Los Angeles', FR: 'Paris', ES: 'Madrid', IT: 'Milano', AT: 'Wien', CH: 'Zürich', NL: 'Amsterdam',
  PL: 'Warszawa', SE: 'Stockholm', DK: 'København', TR: 'İstanbul', BR: 'São Paulo', JP: 'Tokyo', IN: 'Mumbai', NG: 'Lagos',
}; // prettier-ignore
export const languages: Record<string, string> = {
  DE: 'de', GB: 'en', US: 'en', FR: 'fr', ES: 'es', IT: 'it', AT: 'de', CH: 'de', NL: 'nl', PL: 'pl', SE: 'sv', DK: 'da', TR: 'tr',
  BR: 'pt', JP: 'ja', IN: 'en', NG: 'en',
}; // prettier-ignore

export const tags =
  `launch-2026 gifted long-form high-fit reels tutorials ugc event-guest paid-before agency-managed micro macro seasonal
waitlist retained referral press podcast-guest eco local`.split(/\s+/);

/** What people write down after a call. */
export const noteTexts = [
  'Prefers voice messages over calls. Answers within a day, best in the morning.',
  'Wants to see the product before agreeing on a date. Size M, ships to the studio.',
  'Very good with tutorials; the last reel was saved more often than liked.',
  'No alcohol, no gambling. Likes long-form, asks for creative freedom.',
  'Manager negotiates usage rights separately. Ask for a rate card with whitelisting.',
  'Met at the trade fair, interested in an ambassador contract from spring on.',
  'Audience is younger than the media kit says. Check the age split before booking.',
  'Delivered two days early and sent raw material without being asked.',
  'On parental leave until autumn, open for gifted packages meanwhile.',
  'Asks for exclusivity to be paid; competitor contract ends in June.',
];
