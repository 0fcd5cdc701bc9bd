import type { FactWords } from '../fact-words.ts'

/** French. */
export const FRENCH: FactWords = {
  numbers: `zéro:0 deux:2 trois:3 quatre:4 cinq:5 six:6 sept:7 huit:8 neuf:9 dix:10 onze:11 douze:12 treize:13 quatorze:14
    quinze:15 seize:16 vingt:20 vingts:20 trente:30 quarante:40 cinquante:50 soixante:60 septante:70 quatre-vingts:80 quatre-vingt:80
    huitante:80 nonante:90 cent:100 cents:100 mille:1000 million:1e6 millions:1e6 milliard:1e9 milliards:1e9 premier:1 première:1 premiers:1 premières:1
    deuxième:2 second:2 seconde:2# troisième:3 quatrième:4 cinquième:5 sixième:6 septième:7 huitième:8 neuvième:9 dixième:10
    moitié:0.5 demi:0.5 demie:0.5 tiers:3 quart:0.25 quarts:0.25 double*:2 doubl*:2 tripl*:3 dizaine:10s dizaines:10s douzaine:12
    vingtaine:20s trentaine:30s quarantaine:40s cinquantaine:50s soixantaine:60s centaine:100s centaines:100s milliers:1000s millier:1000s`,
  joiners: 'et:20 -:1',
  negation: `ne=n'=pas=point non jamais personne rien aucun=aucune ni sans nul=nulle guère sauf faute_de refus* échou*=échec`,
  negating: 'in im il ir dés dé dis mé mal non',
  quantifiers: `tout=toute=tous=toutes chaque=chacun=chacune quelques=quelque certains=certaines plusieurs beaucoup peu plupart majorité minorité
    seul=seule=seuls=seules=seulement=uniquement au_moins au_plus=au_maximum jusqu'à plus_de moins_de environ=près_de=quelque_#=autour_de presque=quasi exactement plus moins
    toujours souvent=fréquemment parfois rarement entier=entière=entièrement=totalement=complètement partiellement=partie les_deux
    plus_grand=plus_grande plus_petit=plus_petite trop assez moyenne`,
  modals: `peut=peuvent pouvait=pouvaient pourra=pourront pourrait=pourraient doit=doivent devait=devaient devra=devront devrait=devraient faut=fallait faudra
    veut=veulent voulait souhaite=souhaitent va=vont allait=allaient présumé=présumée=présumés=présumées=prétendu=prétendue peut-être probablement=probable vraisemblablement
    possible=possiblement=éventuellement certainement=sûrement certes apparemment semble=semblent=semblait aurait=auraient serait=seraient prévu=prévoit=prévue=prévus attendu=attendue
    obligatoire facultatif=facultative impossible improbable`,
  dates: `aujourd'hui hier demain avant-hier après-demain maintenant actuellement avant après depuis jusque pendant=durant lors plus_tôt plus_tard dernier=dernière=derniers=dernières
    prochain=prochaine=prochains=prochaines matin=matinée après-midi soir=soirée nuit midi minuit quotidien* hebdomadaire* mensuel* annuel* siècle décennie printemps été_# automne hiver
    bientôt déjà encore définitivement temporairement il_y_a`,
  units: `points_de_pourcentage pour_cent=% kilomètre=kilomètres=km mètre=mètres=m# centimètre=centimètres=cm millimètre=millimètres=mm mille_marin tonne=tonnes=t#
    kilogramme=kilogrammes=kilo=kilos=kg gramme=grammes=g# livre_# litre=litres=l# hectare=hectares=ha# kilomètres_carrés seconde=secondes minute=minutes heure=heures=h# jour=jours
    semaine=semaines mois an=ans=année=années degré=degrés celsius=°c km/h mégawatt=mégawatts=mw gigawatt=gigawatts=gw`,
  currencies: `euro=euros=€ centime=centimes dollar=dollars=$ livre=livres=£ franc=francs yen=yens=¥ yuan=yuans rouble=roubles=₽ roupie=roupies dinar=dinars dirham=dirhams couronne=couronnes`,
  speech: `dit=disait=disent=déclare=déclaré=déclarait=affirme=affirmé=affirmait=affirment=indique=indiqué=indiquait=explique=expliqué=expliquait=annonce=annoncé=annonçait=précise=précisé=ajoute=ajouté=selon>=d'après>=souligne=souligné=déplore=déploré=regrette=regretté=rappelle=rappelé=insiste=insisté=raconte=raconté=confie=confié=répond=répondu=demande=lance=lancé=soupire=murmure=souffle=glisse=s'exclame=soutient=soutiennent=maintient=estimé_que
    prétend=prétendait=prétendu nie=niait=nié=dément=démenti confirme=confirmé=confirmait admet=admis=reconnaît=reconnu rejette=rejeté dénonce=dénoncé accuse=accusé=accusait
    avertit=averti=prévient estime=estimé=estimait doute=doutent=doutait sait=savent croit=croyait pense promet=promis écrit=écrivait qualifie=qualifié=qualifiait=appelle=appelé=décrit=décrivait`,
  titles: `m mm mme mlle dr pr président présidente ministre maire roi reine prince princesse juge général capitaine colonel chancelier sénateur sénatrice
    gouverneur directeur directrice porte-parole préfet préfète préfecture professeur docteur`,
  opposites: `amélior* / empir* dégrad* détérior*
    arriva arrive arrivé arrivée arrivés / partit part parti partie partis
    bon_marché abordable* / cher chère coûteu*
    ancien* vieux vieille / nouve* moderne*
    efficace* / inefficace*
    plaignant* accusation / accusé* défense prévenu*
    import* / export*
    marié mariée mariage épous* / divorc* sépar*
    présent présente présents / absent*
    positif positive* / négatif négative*
    prêt* / emprunt*
    profond* / superficiel*
    avanc* / recul* retir*
    élargi* / rétréci* rédui*
    embauch* recrut* / licenci* renvoy*
    salu* félicit* / condamn* dénonc* critiqu*
    immigr* / émigr*
    gauche / droite
    dedans intérieur / dehors extérieur
    devant / derrière
    guerre / paix
    autoris* permis permise / interdi* prohib*
    augment* hausse* grimp* progress* accru* monte monté / baiss* diminu* recul* chut* réduit*
    gagn* remport* victoire* / perd* défait*
    ouvert* ouvr* rouvert* rouvr* / ferm*
    accept* approuv* adopt* soutien* soutenu* / rejet* refus* oppos*
    coupable* condamné* / innocent* acquitté* relaxé*
    vivant* survécu* survivant* / mort* tué* décédé* décès
    sûr* / dangereu*
    vrai* exact* correct* / faux fausse* inexact* erroné*
    avant / après
    nord / sud
    est_# oriental* / ouest occidental*
    commenc* début* / finit fini termin* arrêt* cess*
    plus / moins
    meilleur* / pire*
    achet* achat* / vend* vente*
    autoris* permis légal* / interdi* illégal*
    réussi* succès / échou* échec*
    bénéfice* excédent* / perte* déficit*
    bien bon bonne* / mal mauvais*
    haut* élevé* / bas basse* faible*
    fort* / faible*
    riche* / pauvre*
    chaud* / froid*
    plein* / vide*
    salu* lou* félicit* / critiqu*
    majorité / minorité
    tôt / tard
    public* publique* / privé*
    avec / sans
    humide* / sec sèche*
    abondant* / rare*
    homme* / femme*`,
}
