/** What columns are called, by the field that they hold; first the names that say it best. */
type Vocabulary = Readonly<Record<string, Readonly<{ fr?: string; en?: string; nl?: string }>>>

/** Names without case, accents and punctuation, separated by commas. */
export const workNames = {
  id: {
    fr: 'reference, ref, identifiant, id notice, numero notice, numero de notice',
    en: 'id, identifier, object id, record id, work id, recordnumber, record number, uid, uuid, irn, systemnumber',
    nl: 'identificatie, priref, recordnummer',
  },
  museum: {
    fr: 'museo, code museofile, identifiant museofile, museofile, code musee',
    en: 'museum code, museum id',
    nl: 'museumcode',
  },
  inventory: {
    fr: 'inv, inventaire, numero inventaire, numero d inventaire, no inventaire, n inventaire, num inventaire, num inv, no inv, n inv, cote',
    en: 'inventory, inventory number, inventory no, accession number, accession no, accession, object number, object no, objectnumber, main reference number',
    nl: 'objectnummer, inventarisnummer, inventaris',
  },
  title: {
    fr: 'titre, titr, titre principal, titre de l oeuvre, titre oeuvre, intitule, libelle',
    en: 'title, main title, object title, work title, label, caption',
    nl: 'titel, hoofdtitel',
  },
  otherTitles: {
    fr: 'autre titre, autres titres, sous titre',
    en: 'other title, other titles, alternative title, alternate title, subtitle',
    nl: 'andere titel, ondertitel',
  },
  makers: {
    fr: 'auteur, autr, auteurs, artiste, artistes, createur, createurs, nom createur, nomcreateur, nom de l auteur, nom auteur, fabricant, auteur executant',
    en: 'artist, artists, maker, makers, creator, creators, author, artist name, artist display name, maker name, primary artist, people, constituents, principal maker, principalorfirstmaker, freetext name',
    nl: 'vervaardiger, vervaardigers, kunstenaar, kunstenaars, maker naam, schilder',
  },
  makerRole: { fr: 'role auteur, role', en: 'artist role, maker role', nl: 'vervaardiger rol' },
  makerDates: {
    fr: 'dates auteur, dates de l auteur',
    en: 'artist dates, maker dates, artist display bio, artist bio',
    nl: 'levensdata',
  },
  makerNotes: { fr: 'precisions auteur, precision auteur, paut, biographie', en: 'biography' },
  date: {
    fr: 'millesime, millesime de creation, mill, datation, date, date de creation, date creation, datecreation, periode de creation, peri, annee, an, date de l oeuvre',
    en: 'date, creation date, object date, display date, dated, year, date display, date text, production date, creation date text, presenting date',
    nl: 'datering, datum, jaar, vervaardigingsdatum, datum vervaardiging',
  },
  earliest: {
    fr: 'date debut, annee debut, date de debut',
    en: 'earliest, earliest date, creation date earliest, date earliest, object begin date, begin date, date begin, date start, start date, year start, earliest year, year early',
    nl: 'datering van, beginjaar, datum begin',
  },
  latest: {
    fr: 'date fin, annee fin, date de fin',
    en: 'latest, latest date, creation date latest, date latest, object end date, end date, date end, year end, latest year, year late',
    nl: 'datering tot, eindjaar, datum eind',
  },
  domain: {
    fr: 'domaine, domn',
    en: 'domain, department, classification, collection',
    nl: 'afdeling, collectie, deelcollectie',
  },
  type: {
    fr: 'denomination, deno, type, type d objet, nature',
    en: 'object name, object type, type, work type, objecttype, artwork type',
    nl: 'objectnaam, soort object',
  },
  commonName: { fr: 'appellation, appl, nom vernaculaire' },
  formerAttributions: { fr: 'ancienne attribution, anciennes attributions, attr' },
  materials: {
    fr: 'materiaux techniques, materiaux et techniques, tech, technique, techniques, materiaux, materiau, materiel, matiere, matieres, support, technique et materiaux',
    en: 'materials, material, medium, technique, techniques, materials and techniques, materials techniques, physical medium, medium display, physical description',
    nl: 'materiaal, materialen, techniek, technieken, drager',
  },
  dimensions: {
    fr: 'dimensions, mesures, dims, dimension',
    en: 'dimensions, measurements, size, dimensions text',
    nl: 'afmetingen, afmeting, formaat, maten',
  },
  height: { fr: 'hauteur, haut, h', en: 'height', nl: 'hoogte' },
  width: { fr: 'largeur, larg', en: 'width', nl: 'breedte' },
  depth: { fr: 'profondeur, epaisseur, prof, ep', en: 'depth, thickness', nl: 'diepte, dikte' },
  summary: {
    fr: 'description, desc, resume, texte, notice',
    en: 'description, summary, object description, web text, brief description',
    nl: 'beschrijving, omschrijving',
  },
  alternativeText: {
    fr: 'texte alternatif, alternative textuelle',
    en: 'alt text, alternative text, thumbnail alt text',
    nl: 'alternatieve tekst',
  },
  genre: { fr: 'genre', en: 'genre', nl: 'genre' },
  subject: {
    fr: 'sujet represente, sujet, repr, representation, iconographie, sujets',
    en: 'subject, subjects, depicts, keywords, tags, topic, historical persons',
    nl: 'onderwerp, voorstelling, iconografie',
  },
  inscriptions: {
    fr: 'inscriptions, inscription, insc, marques',
    en: 'inscriptions, inscription, signature, marks',
    nl: 'opschrift, opschriften, inscriptie, signatuur',
  },
  persons: { fr: 'onomastique, onom' },
  school: { fr: 'ecole, ecole pays, ecol', en: 'school, culture, nationality', nl: 'school' },
  period: {
    fr: 'epoque, epoq, style, mouvement, periode',
    en: 'period, style, movement, dynasty',
    nl: 'periode, stijl, stroming',
  },
  place: {
    fr: 'lieu de creation utilisation, lieux, lieu de creation, lieu, origine',
    en: 'place, place of origin, production place, origin, country',
    nl: 'plaats, herkomst plaats, plaats van vervaardiging',
  },
  genesis: { fr: 'genese, gene' },
  use: { fr: 'utilisation, util, usage', en: 'use, function', nl: 'gebruik' },
  discovery: { fr: 'decouverte collecte, decv, decouverte', en: 'find spot, findspot, discovery', nl: 'vindplaats' },
  history: { fr: 'historique, hist', en: 'history, object history', nl: 'geschiedenis' },
  condition: { fr: 'etat, etat du bien, etat de conservation', en: 'condition', nl: 'toestand, conditie' },
  legalStatus: { fr: 'statut juridique, stat, statut', en: 'legal status', nl: 'juridische status' },
  acquisition: {
    fr: 'date d acquisition, date acquisition, dacq, acquisition, mode d acquisition',
    en: 'acquisition, acquisition date, acquisition method',
    nl: 'verwerving, verwervingswijze',
  },
  deposit: { fr: 'lieu de depot, depo, depot', en: 'deposit, loan', nl: 'bruikleen' },
  provenance: {
    fr: 'ancienne appartenance, anciennes appartenances, aptn, provenance',
    en: 'provenance, former owner',
    nl: 'herkomst, provenance',
  },
  exhibitions: { fr: 'expositions, exposition, expo', en: 'exhibitions, exhibition history', nl: 'tentoonstellingen' },
  bibliography: {
    fr: 'bibliographie, bibl',
    en: 'bibliography, references, literature, publication history, citations',
    nl: 'literatuur, bibliografie',
  },
  comments: {
    fr: 'commentaires, commentaire, comm, remarques, observations',
    en: 'comments, notes, remarks',
    nl: 'opmerkingen',
  },
  rights: {
    fr: 'licence, droits',
    en: 'license, licence, rights, rights uri, license url, rights url, share license status, object rights',
    nl: 'licentie, rechten',
  },
  credit: {
    fr: 'credit, mention obligatoire, credits',
    en: 'credit line, creditline, credit, acquisition credit line',
    nl: 'creditlijn, bronvermelding',
  },
} as const satisfies Vocabulary

export const museumNames = {
  id: { fr: 'ref, reference, museo, code museofile, identifiant, code', en: 'id, identifier, code', nl: 'code' },
  name: {
    fr: 'nomusage, nom usage, nomoff, nom officiel, nom, nom du musee, musee',
    en: 'name, museum, museum name',
    nl: 'naam, museumnaam',
  },
  description: { fr: 'description, interet, atout', en: 'description', nl: 'beschrijving' },
  history: { fr: 'hist, historique', en: 'history', nl: 'geschiedenis' },
  themes: { fr: 'themes', en: 'themes', nl: 'themas' },
  town: { fr: 'ville m, ville, commune', en: 'town, city', nl: 'stad, gemeente' },
  address: { fr: 'adrl1 m, adresse', en: 'address, street', nl: 'adres' },
  postcode: { fr: 'cp m, code postal, cp', en: 'postcode, zip, postal code', nl: 'postcode' },
  department: { fr: 'dpt, departement' },
  region: { fr: 'region', en: 'region', nl: 'provincie, regio' },
  telephone: { fr: 'tel m, telephone, tel', en: 'telephone, phone', nl: 'telefoon' },
  website: { fr: 'url m, site web, site, url', en: 'website, url, homepage', nl: 'website' },
  location: { fr: 'geolocalisation, coordonnees', en: 'location, coordinates', nl: 'coordinaten' },
} as const satisfies Vocabulary

export type Language = 'fr' | 'en' | 'nl'

/** A field that a name stands for, in which languages, and how well it says it; 0 is best. */
export type Meaning = Readonly<{ field: string; languages: readonly Language[]; rank: number }>

/** The meanings of names. */
export function meaningsOf(vocabulary: Vocabulary): ReadonlyMap<string, readonly Meaning[]> {
  const meanings = new Map<string, Meaning[]>()
  for (const [field, names] of Object.entries(vocabulary)) {
    for (const language of ['fr', 'en', 'nl'] as const) {
      names[language]?.split(', ').forEach((name, rank) => {
        const key = name.replaceAll(' ', '')
        const others = meanings.get(key) ?? []
        const same = others.find(meaning => meaning.field === field)
        const meaning = { field, languages: [...(same?.languages ?? []), language], rank: same?.rank ?? rank }
        meanings.set(key, [...others.filter(other => other !== same), meaning])
      })
    }
  }
  return meanings
}
