import type { FactWords } from '../fact-words.ts'

/** German. */
export const GERMAN: FactWords = {
  numbers: `null:0 eins:1 zwei:2 zwo:2 drei:3 vier:4 fünf:5 sechs:6 sieben:7 acht:8 neun:9 zehn:10 elf:11 zwölf:12 dreizehn:13
    vierzehn:14 fünfzehn:15 sechzehn:16 siebzehn:17 achtzehn:18 neunzehn:19 zwanzig:20 dreißig:30 dreissig:30 vierzig:40
    fünfzig:50 sechzig:60 siebzig:70 achtzig:80 neunzig:90 hundert:100 tausend:1000 million:1e6 millionen:1e6 mio:1e6
    milliarde:1e9 milliarden:1e9 mrd:1e9 billion:1e12 billionen:1e12 dutzend:12 erste*:1 zweite*:2 dritte*:3 vierte*:4 fünfte*:5
    sechste*:6 siebte*:7 achte*:8 neunte*:9 zehnte*:10 elfte*:11 zwölfte*:12 halb:0.5 halbe*:0.5 hälfte:0.5 drittel:3
    viertel:0.25 doppelt*:2 verdoppel*:2 verdreifach*:3 zweimal:2 dreimal:3 einmal:1 dutzende:12s hunderte:100s tausende:1000s`,
  joiners: 'und:1',
  negation: `nicht=nichts kein=keine=keinen=keinem=keiner=keines nie=niemals niemand=niemanden=niemandem weder noch ohne kaum
    nirgends keinesfalls=keineswegs statt außer`,
  negating: 'un in im ir il nicht des',
  quantifiers: `alle=allen=aller=alles=sämtliche=sämtlichen=sämtlicher jede=jeder=jedes=jeden=jedem einige=einigen=einiger=manche=manchen
    viele=vielen=vieler wenige=wenigen=weniger_# mehrere=mehreren=mehrerer meisten mehrheit minderheit beide=beiden=beider nur=lediglich mindestens=wenigstens
    höchstens=maximal bis_zu mehr_als weniger_als über# unter# rund#=etwa=ungefähr=circa=ca fast=nahezu=beinahe knapp# genau mehr weniger
    immer=stets oft=häufig manchmal=gelegentlich selten ganz=ganze=ganzen=gesamt*=völlig=vollständig* teilweise=teils überwiegend größte* kleinste* höchste* niedrigste*
    durchschnittlich=durchschnitt`,
  modals: `kann=können=konnte=konnten könnte=könnten muss=muß=müssen=musste=mussten müsste=müssten soll=sollen sollte=sollten darf=dürfen=durfte=durften dürfte=dürften
    will=wollen=wollte=wollten mag=mögen möchte=möchten wird=werden würde=würden angeblich=angebliche=angeblichen mutmaßlich=mutmaßliche=mutmaßlichen
    möglicherweise=möglich=eventuell wahrscheinlich=vermutlich=wohl vielleicht offenbar=anscheinend=offensichtlich sicher=sicherlich=bestimmt=gewiss
    voraussichtlich geplant=plant=planen erwartet unwahrscheinlich freiwillig verpflichtend=pflicht empfohlen unmöglich scheint=scheinbar
    falls=wenn=sofern=ob versuchte=versuchten=versuch=versuchter vorläufig=vorläufige=vorläufigen=vorläufiger unbestätigt=unbestätigte=unbestätigten beabsichtigt=beabsichtigte droht=drohte vorgeschlagen=vorgeschlagene=vorgeschlagenen
    sei=seien habe hätte=hätten wäre=wären`,
  dates: `heute gestern morgen vorgestern übermorgen jetzt derzeit vor nach seit bis während früher später letzte=letzten=letzter=letztes=vergangene=vergangenen=vergangener
    nächste=nächsten=nächster=nächstes=kommende=kommenden=kommender vormittags nachmittags abends nachts mittag mitternacht täglich wöchentlich monatlich jährlich
    montag*=montags dienstag*=dienstags mittwoch*=mittwochs donnerstag*=donnerstags freitag*=freitags samstag*=samstags=sonnabend*=sonnabends sonntag*=sonntags januar*=jänner* februar* märz april* august* september* oktober* november* dezember* wochenende=wochenenden werktag*=werktags=wochentags mitte ende anfang morgengrauen dämmerung vierteljährlich
    jahrhundert jahrzehnt frühjahr=frühling sommer herbst winter bald bereits=schon noch dauerhaft vorübergehend uhr jan feb mär apr jun jul aug sep okt nov dez`,
  units: `kilowattstunden=kilowattstunde=kwh megawattstunden=megawattstunde=mwh gigawattstunden=gigawattstunde=gwh terawattstunden=twh wattstunden seemeilen=seemeile lichtjahre kubikmeter=kubikmetern millionstel volt hertz kalorien kilokalorien=kcal prozentpunkte=prozentpunkten=prozentpunkt prozent=% kilometer=kilometern=km meter=metern=m# zentimeter=cm millimeter=mm meile=meilen tonne=tonnen=t# kilogramm=kilo=kg gramm=g# pfund#
    liter=litern=l# hektar=ha# quadratkilometer quadratmeter sekunde=sekunden minute=minuten stunde=stunden tag=tage=tagen woche=wochen monat=monate=monaten jahr=jahre=jahren
    grad celsius=°c km/h=stundenkilometer megawatt=mw gigawatt=gw kilowatt=kw`,
  currencies: `euro=euros=€ cent dollar=dollars=$ pfund=£ franken=chf yen=¥ yuan rubel=₽ rupie=rupien schekel krone=kronen lira zloty`,
  speech: `sagt=sagte=sagten=sagen=gesagt=erklärt=erklärte=erklärten=teilte=teilten=mitteilte=meinte=betonte=laut>=nach_angaben>=nach_auskunft>=nach_ansicht>=nach_meinung>=zufolge=sprach=fragte=fragt=antwortete=antwortet=rief=ruft=flüsterte=murmelte=seufzte=erzählt=erzählte=erzählten=erinnerte_sich=ergänzte=klagte=klagt=lobte=lobt=mahnte=mahnt=betont=meint=berichtet=berichtete=berichteten
    behauptet=behauptete=behaupteten bestreitet=bestritt=bestritten=dementiert=dementierte=dementierten bestätigt=bestätigte=bestätigten räumte=einräumte=zugab
    warnt=warnte=warnten forderte=fordert kritisierte=kritisiert beschuldigt=beschuldigte wirft=warf nannte=nannten=nennt=bezeichnet=bezeichnete=bezeichneten=beschrieb=beschreibt bezweifelt=bezweifelte=zweifelt=zweifelte beharrt=beharrte weiß=wissen=wusste glaubt=glaubte schätzt=schätzte=schätzten kündigte=ankündigte versprach`,
  titles: `herr herrn frau dr prof präsident präsidentin minister ministerin bürgermeister bürgermeisterin oberbürgermeister oberbürgermeisterin
    könig königin kanzler kanzlerin sprecher sprecherin direktor direktorin chef chefin richter richterin general senator senatorin
    abgeordnete abgeordneter vorsitzende vorsitzender ingenieur ingenieurin professorin professor familie stadt dorf gemeinde`,
  opposites: `ankunft ankünfte / abfahrt abfahrten abreise
    ab abbau* abgebaut / auf aufbau* aufgebaut
    nahm nahmen nimmt nehmen / lehnte lehnten lehnt lehnen
    stieg stiegen steigt steigen gestiegen zunahm nahm_zu wuchs wuchsen wächst erhöht* / sank sanken sinkt sinken gesunken fiel fielen fällt fallen gefallen abnahm schrumpft* gesenkt*
    gewann gewannen gewinnt gewonnen sieg* / verlor verloren verliert niederlage*
    geöffnet öffnet öffnete eröffnet* / geschlossen schließt schloss schlossen gesperrt* sperrung
    angenommen zugestimmt billigt* genehmigt* befürwort* dafür / abgelehnt lehnte verwarf dagegen
    schuldig verurteilt / unschuldig freigesprochen
    lebt leben überlebt* lebend* / tot tote* starb starben gestorben getötet
    sicher gesichert / gefährlich unsicher ungesichert
    freigegeben freigabe / gesperrt sperrung
    frei freispruch / schuldig schuldspruch
    verbesser* / verschlechter*
    älter* / neuer* jünger*
    billig* günstig* / teuer* teure*
    tiefer / höher flacher
    verlieh verleiht verliehen / borgte leiht geliehen
    kläger* anklage ankläger* / angeklagte* verteidigung beklagte*
    heirat* verheiratet / geschieden scheid* trenn*
    anwesend / abwesend
    positiv* / negativ*
    einwander* zuwander* / auswander* abwander*
    import* einfuhr* / export* ausfuhr*
    ankam ankamen angekommen / abfuhr abgefahren abgereist
    eingestellt* angestellt / entlassen gekündigt
    stadt* städtisch* / land ländlich*
    inland / ausland
    vermieter* / mieter*
    käufer* / verkäufer*
    opfer / täter*
    angriff* / verteidig*
    vorn* / hinten
    oben obere* / unten untere*
    links linke* / rechts rechte*
    länger längste* / kürzer kürzeste*
    schwerer schwerste* / leichter leichteste*
    krieg / frieden
    verdoppel* / halbier*
    ehemann vater sohn bruder onkel / ehefrau mutter tochter schwester tante
    wahr richtig / falsch
    vor / nach
    norden nördlich* nord / süden südlich* süd
    osten östlich* ost / westen westlich* west
    begann begannen beginnt startet* / endet* beendet* stoppt* aufhör*
    mehr / weniger
    höchste* größte* beste* / niedrigste* kleinste* schlechteste*
    kauf* gekauft / verkauf*
    erlaubt* legal* / verboten verbot* illegal*
    erfolg* / scheiter* misserfolg*
    gewinn* überschuss / verlust* defizit*
    gut gute* guten besser* / schlecht*
    hoch hohe* / niedrig* tief*
    stark* / schwach*
    reich* / arm*
    warm* heiß* / kalt* kühl*
    voll* / leer*
    lobt* gelobt / kritisier* tadel*
    mehrheit / minderheit
    früh / spät
    öffentlich* / privat*
    arbeitgeber* / arbeitnehmer*
    nass* feucht* / trocken*
    mit / ohne
    begrüßt* / bedauert*
    erst / schon
    mann männer* / frau frauen*`,
}
