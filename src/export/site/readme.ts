/** `README.txt` of a static site: how to show it, for whoever finds the folder. */
export const readme = ({
  siteName,
  base,
  published,
}: Readonly<{ siteName: string; base: string; published: boolean }>) =>
  `${siteName}

Français
--------
Ce dossier est un site web complet, avec ses images à zoomer et ses documents IIIF. Rien n'est à installer sur le web : il se
montre depuis n'importe quel serveur de fichiers, ou depuis une clé USB avec le plus petit des serveurs :

  python3 -m http.server            puis ouvrez http://localhost:8000/
  npx serve --cors                  puis ouvrez l'adresse affichée

(Ouvrir index.html d'un double-clic ne suffit pas : les navigateurs n'y exécutent pas les programmes des pages.)
Pour le publier, copiez le dossier entier, noms compris, sur un serveur web.
${
  published
    ? `Ses documents IIIF disent qu'il se trouve à ${base}/.`
    : `Les pages marchent partout. Les documents IIIF doivent dire où ils se trouvent : ils disent ${base}/.
Pour une autre adresse, exportez de nouveau avec --base-url ADRESSE ; seuls les pages et les documents sont alors réécrits.`
}
Les crédits et les droits de chaque image sont dits sur sa page et dans ses documents ; gardez-les avec elle.

English
-------
This folder is a whole website, with pictures to zoom into and IIIF documents. Any file server shows it, and so does a USB
stick with the smallest of servers:

  python3 -m http.server            then open http://localhost:8000/
  npx serve --cors                  then open the address that it prints

(Opening index.html by a double click is not enough: browsers do not run the pages' programs there.)
To publish it, copy the whole folder, names unchanged, to a web server.
${
  published
    ? `Its IIIF documents say that it stands at ${base}/.`
    : `The pages work anywhere. IIIF documents have to say where they are: these say ${base}/.
For another address, export again with --base-url ADDRESS; only pages and documents are then written anew.`
}
The credits and rights of each picture are told on its page and in its documents; keep them with it.

Nederlands
----------
Deze map is een volledige website, met beelden om in te zoomen en IIIF-documenten. Elke bestandsserver kan ze tonen, en ook
een usb-stick met de kleinste van alle servers:

  python3 -m http.server            open dan http://localhost:8000/
  npx serve --cors                  open dan het adres dat verschijnt

(index.html openen met een dubbelklik volstaat niet: browsers voeren de programma's van de pagina's dan niet uit.)
Om ze te publiceren kopieert u de hele map, met de namen zoals ze zijn, naar een webserver.
${
  published
    ? `De IIIF-documenten zeggen dat ze op ${base}/ staat.`
    : `De pagina's werken overal. IIIF-documenten moeten zeggen waar ze staan: deze zeggen ${base}/.
Voor een ander adres exporteert u opnieuw met --base-url ADRES; alleen pagina's en documenten worden dan opnieuw geschreven.`
}
De vermeldingen en rechten van elk beeld staan op zijn pagina en in zijn documenten; houd ze erbij.
`
