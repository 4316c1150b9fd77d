/** The columns of the extract that data.culture.gouv.fr publishes since 2025. */
export const openDataNames =
  `Reference Ancien_depot Appellation Ancienne_appartenance Ancienne_attribution Auteur Bibliographie Commentaires
  Presence_image Date_d_acquisition Date_de_depot Decouverte_collecte Denomination Lieu_de_depot Description Mesures
  Date_de_mise_a_jour Date_creation Domaine Region Departement Date_sujet_represente Ecole_pays Epoque Exposition Genese
  Geographie_historique Inscription Numero_inventaire Appellation_Musee_de_France Lien_base_Arcade
  Lieu_de_creation_utilisation Localisation Ville Lien_Video Manquant Manquant+commentaires Millesime_de_creation
  Millesime_d_utilisation Code_Museofile Nom_officiel_musee Genre Onomastique Precisions_sur_l_auteur
  Precisions_decouverte_collecte Periode_de_l_original_copie Periode_de_creation Periode_d_utilisation
  Precisions_inscriptions Precisions_lieux_creations Precisions_sujets_representes Precisions_utilisation
  References_Memoires References_Merimee Reference_MAJ References_Palissy Sujet_Represente Lien_INHA
  Source_de_la_representation Statut_juridique Materiaux_techniques Titre Utilisation Lien_site_associe coordonnees
  Artiste_sous_droits Date_entree_dans_le_domaine_public`
    .split(/\s+/)
    .map(name => name.replace('+', ' '))

/** One notice by its codes, in the form of ajout piloté. */
export const labelled = (...notices: readonly Readonly<Record<string, string>>[]): string =>
  notices
    .map(
      notice =>
        `${Object.entries(notice)
          .map(([code, value]) => `${code}\r\n${value}${value === '' ? '' : '\r\n'}`)
          .join('')}//\r\n`,
    )
    .join('')

/** A notice that follows every rule. */
export const flawless = {
  REF: 'M0162000123',
  MUSEO: 'M0162',
  DOMN: 'sculpture ; beaux-arts',
  INV: '2015.2.3',
  STAT: 'propriété de la commune ; don manuel ; Autun ; musée Rolin',
  DENO: 'statue',
  TITR: 'Vénus : titre factice',
  AUTR: 'Poussin Nicolas (1594 - 1665)',
  PERI: '2e quart 17e siècle',
  MILL: '1630 : vers',
  TECH: 'ivoire ; gravé#laiton ; argenté',
  DIMS: 'H. 155 ; L. 55.5',
  DACQ: '1905 : date d’acquisition',
  REFIM: 'venus.jpg;venus_v2.jpg',
  PHOT: 'Jeanne Martin',
  COPY: '© Ville d’Autun',
} as const
