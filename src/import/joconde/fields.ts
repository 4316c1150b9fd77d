import { unaccented } from '../unaccented.js'

/** One field of a Joconde notice: what curators call it, and the names that exports give it beside its code. */
type Field = Readonly<{ fr: string; en: string; names?: readonly string[] }>

/**
 * The fields of POP's Joconde schema by their codes, and the column names of data.culture.gouv.fr (2025), of its older
 * extracts (2021) and of its API; names are compared without case, accents and punctuation.
 */
export const fields = {
  REF: { fr: 'Référence', en: 'Reference', names: ['reference'] },
  REFMIS: { fr: 'Référence de mise à jour', en: 'Update reference', names: ['reference_maj'] },
  MUSEO: { fr: 'Code Muséofile', en: 'Muséofile code', names: ['code_museofile', 'identifiant_museofile'] },
  INV: { fr: 'Numéro d’inventaire', en: 'Inventory number', names: ['numero_inventaire', 'numero_d_inventaire'] },
  DOMN: { fr: 'Domaine', en: 'Domain', names: ['domaine'] },
  DENO: { fr: 'Dénomination', en: 'Object type', names: ['denomination'] },
  APPL: { fr: 'Appellation', en: 'Common name', names: ['appellation'] },
  TITR: { fr: 'Titre', en: 'Title', names: ['titre'] },
  AUTR: { fr: 'Auteur', en: 'Maker', names: ['auteur'] },
  PAUT: {
    fr: 'Précisions sur l’auteur',
    en: 'About the maker',
    names: ['precisions_sur_l_auteur', 'precision_auteur', 'precisions_auteur'],
  },
  NSDA: { fr: 'Genre de l’auteur', en: 'Gender of the maker', names: ['genre'] },
  ATTR: { fr: 'Anciennes attributions', en: 'Former attributions', names: ['ancienne_attribution'] },
  ECOL: { fr: 'École', en: 'School', names: ['ecole_pays'] },
  LIEUX: { fr: 'Lieu de création ou d’utilisation', en: 'Place', names: ['lieu_de_creation_utilisation'] },
  PLIEUX: { fr: 'Précisions sur le lieu', en: 'About the place', names: ['precisions_lieux_creations'] },
  PERI: { fr: 'Période de création', en: 'Period', names: ['periode_de_creation'] },
  MILL: { fr: 'Millésime de création', en: 'Year', names: ['millesime_de_creation'] },
  PDAT: { fr: 'Précisions sur la datation', en: 'About the date' },
  PEOC: { fr: 'Période de l’original copié', en: 'Period of the original', names: ['periode_de_l_original_copie'] },
  EPOQ: { fr: 'Époque, style, mouvement', en: 'Era, style, movement', names: ['epoque'] },
  UTIL: { fr: 'Utilisation', en: 'Use', names: ['utilisation'] },
  PUTI: { fr: 'Précisions sur l’utilisation', en: 'About the use', names: ['precisions_utilisation'] },
  PERU: { fr: 'Période d’utilisation', en: 'Period of use', names: ['periode_d_utilisation'] },
  MILU: { fr: 'Millésime d’utilisation', en: 'Year of use', names: ['millesime_d_utilisation'] },
  TECH: { fr: 'Matériaux et techniques', en: 'Materials and techniques', names: ['materiaux_techniques'] },
  DIMS: { fr: 'Mesures', en: 'Dimensions', names: ['mesures'] },
  INSC: { fr: 'Inscriptions', en: 'Inscriptions', names: ['inscription'] },
  PINS: { fr: 'Précisions sur les inscriptions', en: 'About the inscriptions', names: ['precisions_inscriptions'] },
  ONOM: { fr: 'Onomastique', en: 'Names in the inscriptions', names: ['onomastique'] },
  DESC: { fr: 'Description', en: 'Description', names: ['description'] },
  ETAT: { fr: 'État du bien', en: 'Condition' },
  GENE: { fr: 'Genèse', en: 'Genesis', names: ['genese'] },
  HIST: { fr: 'Historique', en: 'History', names: ['historique'] },
  GEOHI: { fr: 'Géographie historique', en: 'Historical place', names: ['geographie_historique'] },
  DECV: { fr: 'Découverte', en: 'Discovery', names: ['decouverte_collecte'] },
  PDEC: { fr: 'Précisions sur la découverte', en: 'About the discovery', names: ['precisions_decouverte_collecte'] },
  REPR: { fr: 'Sujet représenté', en: 'Subject', names: ['sujet_represente'] },
  PREP: { fr: 'Précisions sur le sujet', en: 'About the subject', names: ['precisions_sujets_representes'] },
  DREP: { fr: 'Date du sujet', en: 'Date of the subject', names: ['date_sujet_represente'] },
  SREP: { fr: 'Source du sujet', en: 'Source of the subject', names: ['source_de_la_representation'] },
  LOCA: { fr: 'Localisation', en: 'Location', names: ['localisation'] },
  LOCA2: { fr: 'Pays, région, ville', en: 'Country, region, town' },
  LOCA3: {
    fr: 'Date d’entrée dans le domaine public',
    en: 'Date of entry into the public domain',
    names: ['date_entree_dans_le_domaine_public'],
  },
  STAT: { fr: 'Statut juridique', en: 'Legal status', names: ['statut_juridique'] },
  DACQ: { fr: 'Date d’acquisition', en: 'Date of acquisition', names: ['date_d_acquisition', 'date_acquisition'] },
  DEPO: { fr: 'Lieu de dépôt', en: 'Deposit', names: ['lieu_de_depot'] },
  DDPT: { fr: 'Date de dépôt', en: 'Date of deposit', names: ['date_de_depot'] },
  ADPT: { fr: 'Anciens dépôts', en: 'Former deposits', names: ['ancien_depot'] },
  APTN: { fr: 'Anciennes appartenances', en: 'Former owners', names: ['ancienne_appartenance'] },
  EXPO: { fr: 'Expositions', en: 'Exhibitions', names: ['exposition'] },
  BIBL: { fr: 'Bibliographie', en: 'Bibliography', names: ['bibliographie'] },
  COMM: { fr: 'Commentaires', en: 'Comments', names: ['commentaires'] },
  REDA: { fr: 'Rédacteur', en: 'Author of the record' },
  PHOT: {
    fr: 'Crédits photographiques',
    en: 'Photograph credit',
    names: ['credits_photos', 'credits_photographiques'],
  },
  COPY: { fr: 'Copyright', en: 'Copyright notice', names: ['copyright_notice'] },
  DATA: { fr: 'Artiste sous droits', en: 'Artist in copyright', names: ['artiste_sous_droits'] },
  REFIM: { fr: 'Référence image', en: 'Image files', names: ['reference_image'] },
  IMG: { fr: 'Adresse de l’image', en: 'Image address', names: ['adresse_image'] },
  IMAGE: { fr: 'Image', en: 'Image' },
  CONTIENT_IMAGE: { fr: 'Présence d’image', en: 'Has an image', names: ['presence_image'] },
  WWW: { fr: 'Site associé', en: 'Website', names: ['lien_site_associe'] },
  LVID: { fr: 'Lien vidéo', en: 'Video', names: ['lien_video'] },
  RETIF: { fr: 'Lien INHA', en: 'INHA link', names: ['lien_inha'] },
  LARC: { fr: 'Lien base Arcade', en: 'Arcade link', names: ['lien_base_arcade'] },
  REFMEM: { fr: 'Références Mémoire', en: 'Mémoire references', names: ['references_memoires'] },
  REFMER: { fr: 'Références Mérimée', en: 'Mérimée references', names: ['references_merimee'] },
  REFPAL: { fr: 'Références Palissy', en: 'Palissy references', names: ['references_palissy'] },
  MANQUANT: { fr: 'Situation particulière', en: 'Whereabouts', names: ['manquant'] },
  MANQUANT_COM: { fr: 'Commentaire sur la situation', en: 'About the whereabouts', names: ['manquant_commentaires'] },
  LABEL: { fr: 'Appellation musée de France', en: 'Musée de France', names: ['appellation_musee_de_france'] },
  NOMOFF: { fr: 'Nom officiel du musée', en: 'Official name of the museum', names: ['nom_officiel_musee'] },
  VILLE_M: { fr: 'Ville', en: 'Town', names: ['ville'] },
  DPT: { fr: 'Département', en: 'Department', names: ['departement'] },
  REGION: { fr: 'Région', en: 'Region', names: ['region'] },
  POP_COORDONNEES: { fr: 'Coordonnées', en: 'Coordinates', names: ['coordonnees'] },
  COOR: { fr: 'Coordinateur', en: 'Coordinator' },
  CONTACT: { fr: 'Contact', en: 'Contact' },
  MSGCOM: { fr: 'Commande de photographies', en: 'Ordering photographs' },
  VIDEO: { fr: 'Affichage de l’image', en: 'Display of the image' },
  DMIS: { fr: 'Date de création de la notice', en: 'Record created', names: ['date_creation', 'date_de_creation'] },
  DMAJ: { fr: 'Date de mise à jour de la notice', en: 'Record updated', names: ['date_de_mise_a_jour'] },
  DESY: { fr: 'Date de création avant 1995', en: 'Record created before 1995' },
  PRODUCTEUR: { fr: 'Producteur', en: 'Producer' },
  BASE: { fr: 'Base', en: 'Database' },
  DATION: { fr: 'Dation', en: 'Dation' },
  DIFFU: { fr: 'Diffusion', en: 'Publication' },
  LABO: { fr: 'Laboratoire', en: 'Laboratory' },
  MOSA: { fr: 'Mosaïque', en: 'Mosaic' },
  RANG: { fr: 'Rang', en: 'Rank' },
  TICO: { fr: 'Titre courant', en: 'Short title' },
  TOUT: { fr: 'Recherche sur tout', en: 'Full text' },
} as const satisfies Record<string, Field>

export type Code = keyof typeof fields

/** Without any of these, POP rejects a notice. */
export const mandatory = ['REF', 'DOMN', 'INV', 'STAT', 'MUSEO'] as const satisfies readonly Code[]

const codes: ReadonlyMap<string, Code> = new Map(
  (Object.entries(fields) as readonly [Code, Field][]).flatMap(([code, { names = [] }]) =>
    [code, folded(code), ...names, ...names.map(capitalised)].map(name => [name, code] as const),
  ),
)

/** The code of a field under whatever name an export gives it; undefined for columns that are not Joconde's. */
export const codeOf = (name: string): Code | undefined =>
  codes.get(name) ?? (/^\w*$/.test(name) ? codes.get(name.toLowerCase()) : codes.get(folded(name)))

function folded(name: string): string {
  const plain = unaccented(name)
  return plain.toLowerCase().replace(/[^a-z0-9]+/g, '_')
}

function capitalised(name: string): string {
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`
}
