import type { FactWords } from '../fact-words.ts'

/** Italian. */
export const ITALIAN: FactWords = {
  numbers: `zero:0 due:2 tre:3 quattro:4 cinque:5 sei:6# sette:7 otto:8 nove:9 dieci:10 undici:11 dodici:12 tredici:13 quattordici:14
    quindici:15 sedici:16 diciassette:17 diciotto:18 diciannove:19 venti:20 trenta:30 quaranta:40 cinquanta:50 sessanta:60
    settanta:70 ottanta:80 novanta:90 cento:100 duecento:200 trecento:300 quattrocento:400 cinquecento:500 seicento:600 settecento:700 ottocento:800 novecento:900
    mille:1000 mila:1000 duemila:2000 tremila:3000 quattromila:4000 cinquemila:5000 diecimila:10000 milione:1e6 milioni:1e6 miliardo:1e9 miliardi:1e9
    primo:1 prima:1# primi:1 prime:1 secondo:2# seconda:2 terzo:3 terza:3 quarto:4 quarta:4 quinto:5 quinta:5 sesto:6 settimo:7 ottavo:8 nono:9 decimo:10
    metà:0.5 mezzo:0.5 mezza:0.5 terzi:3 doppio:2 raddoppi*:2 triplo:3 triplic*:3 dozzina:12 decina:10s decine:10s centinaia:100s centinaio:100s migliaia:1000s ventina:20s trentina:30s cinquantina:50s`,
  negation: `non no mai nessun=nessuno=nessuna niente=nulla né senza neanche=nemmeno=neppure tranne eccetto invece_di`,
  negating: 'in im il ir dis s',
  quantifiers: `tutto=tutta=tutti=tutte ogni=ciascun=ciascuno=ciascuna alcuni=alcune qualche diversi=diverse=parecchi=parecchie molto=molta=molti=molte poco=poca=pochi=poche maggioranza minoranza
    maggior_parte entrambi=entrambe solo=soltanto=solamente almeno al_massimo fino_a più_di meno_di quasi circa=intorno_a=all'incirca esattamente più meno sempre spesso talvolta=a_volte raramente
    intero=intera=interamente=completamente=totalmente parzialmente=in_parte maggiore minore troppi=troppo abbastanza media`,
  modals: `può=possono poteva=potevano potrà=potranno potrebbe=potrebbero deve=devono doveva=dovevano dovrà=dovranno dovrebbe=dovrebbero bisogna vuole=vogliono voleva intende
    presunto=presunta=presunti=presunte=presumibilmente forse possibile=possibilmente probabile=probabilmente certamente=sicuramente apparentemente sembra=sembrano=pare sarebbe=sarebbero avrebbe=avrebbero
    previsto=prevista=prevede atteso=attesa obbligatorio=obbligatoria facoltativo=facoltativa volontario impossibile improbabile`,
  dates: `oggi ieri domani ora=adesso attualmente prima dopo da_quando fino durante scorso=scorsa=scorsi=scorse prossimo=prossima=prossimi=prossime ultimo=ultima precedente seguente mattina=mattino pomeriggio
    sera notte mezzogiorno mezzanotte quotidian* settimanal* mensil* annual* secolo decennio primavera estate autunno inverno presto già ancora fa_# definitivamente temporaneamente`,
  units: `punti_percentuali per_cento=percento=% chilometro=chilometri=km metro=metri=m# centimetro=centimetri=cm millimetro=millimetri=mm miglio=miglia tonnellata=tonnellate=t# chilogrammo=chilogrammi=chilo=chili=kg
    grammo=grammi=g# litro=litri=l# ettaro=ettari=ha# secondi minuto=minuti ora_#=ore giorno=giorni settimana=settimane mese=mesi anno=anni grado=gradi km/h megawatt=mw`,
  currencies: `euro=€ centesimo=centesimi dollaro=dollari=$ sterlina=sterline=£ franco=franchi yen=¥ yuan rublo=rubli=₽ rupia=rupie lira=lire corona=corone`,
  speech: `ha_detto=dice=disse=dicono=ha_dichiarato=dichiara=dichiarato=detto=afferma=affermato=spiega=spiegato=annuncia=annunciato=aggiunge=aggiunto=secondo>=riferisce=riferito=sottolinea=sottolineato=comunica=comunicato=lamenta=lamentato=ricorda=ricordato=racconta=raccontato=precisa=precisato
    sostiene=sostenuto nega=negato=smentisce=smentito conferma=confermato ammette=ammesso respinge=respinto accusa=accusato denuncia=denunciato avverte=avvertito stima=stimato crede=creduto ritiene promette=promesso scrive=scritto`,
  titles: `sig signor signora sig.ra dott dott.ssa prof presidente presidentessa ministro ministra sindaco sindaca re regina principe principessa giudice generale capitano colonnello
    cancelliere senatore senatrice governatore direttore direttrice portavoce professore professoressa ingegnere onorevole`,
  opposites: `miglior* / peggior* deterior*
    arriv* / part* lasciat*
    economic* / car* costos*
    vecchi* antic* / nuov* modern*
    efficac* / inefficac*
    import* / export* esport*
    sposat* matrimonio / divorzi* separat*
    present* / assent*
    positiv* / negativ*
    prest* / preso_in_prestito
    assun* / licenzi*
    elogi* / condann* critic*
    sinistra / destra
    dentro / fuori
    guerra / pace
    permess* consentit* / vietat* proibit*
    aument* cresc* cresciut* sal* rialz* / diminu* cal* scend* sces* ridott* crollat*
    vin* vint* vittori* / perd* pers* sconfit*
    apert* apr* riapert* / chius* chiud*
    accett* approv* adott* sosten* favore / respin* rifiut* oppos* contro
    colpevol* condannat* / innocent* assolt*
    viv* sopravviss* / mort* ucci*
    sicur* / pericolos*
    ver* corrett* / fals* sbagliat*
    prima / dopo
    nord / sud
    est oriental* / ovest occidental*
    inizi* cominci* / fini* termin* cess*
    più / meno
    miglior* / peggior*
    compr* acquist* / vend*
    permess* permett* legal* / vietat* proibit* illegal*
    success* / fall*
    utile utili profitto / perdita perdite deficit`,
}
