import type { FactWords } from '../fact-words.ts'

/** Spanish. */
export const SPANISH: FactWords = {
  numbers: `cero:0 dos:2 tres:3 cuatro:4 cinco:5 seis:6 siete:7 ocho:8 nueve:9 diez:10 once:11 doce:12 trece:13 catorce:14
    quince:15 dieciséis:16 diecisiete:17 dieciocho:18 diecinueve:19 veinte:20 veintiuno:21 veintiún:21 veintidós:22 veintitrés:23 veinticuatro:24
    veinticinco:25 veintiséis:26 veintisiete:27 veintiocho:28 veintinueve:29 treinta:30 cuarenta:40 cincuenta:50 sesenta:60 setenta:70
    ochenta:80 noventa:90 cien:100 ciento:100 doscientos:200 doscientas:200 trescientos:300 trescientas:300 cuatrocientos:400 cuatrocientas:400 quinientos:500 quinientas:500
    seiscientos:600 seiscientas:600 setecientos:700 setecientas:700 ochocientos:800 ochocientas:800 novecientos:900 novecientas:900 mil:1000
    millón:1e6 millones:1e6 billón:1e12 billones:1e12 docena:12 docenas:12s decenas:10s cientos:100s centenares:100s miles:1000s
    primer:1 primero:1 primera:1 primeros:1 primeras:1 segundo:2 segunda:2 tercer:3 tercero:3 tercera:3 cuarto:4 cuarta:4 quinto:5 quinta:5 sexto:6 sexta:6
    séptimo:7 séptima:7 octavo:8 octava:8 noveno:9 novena:9 décimo:10 décima:10 mitad:0.5 medio:0.5 media:0.5 tercio:3 tercios:3 doble:2 duplic*:2 triplic*:3`,
  joiners: 'y:20',
  negation: `no nunca jamás nadie nada ningún=ninguno=ninguna ni sin tampoco excepto salvo en_lugar_de fracas*`,
  negating: 'in im i des dis anti no',
  quantifiers: `todo=toda=todos=todas cada algún=alguno=alguna=algunos=algunas varios=varias mucho=mucha=muchos=muchas poco=poca=pocos=pocas mayoría minoría ambos=ambas
    solo=sólo=solamente=únicamente al_menos=por_lo_menos=como_mínimo a_lo_sumo=como_máximo hasta más_de menos_de casi unos_#=unas_#=cerca_de=alrededor_de=aproximadamente=aprox exactamente
    más menos siempre a_menudo=frecuentemente a_veces raramente entero=entera=totalmente=completamente=por_completo parcialmente mayor=mayores menor=menores demasiado* bastante* promedio`,
  modals: `puede=pueden podía=podían podrá=podrán podría=podrían debe=deben debía=debían deberá=deberán debería=deberían tiene_que=tienen_que hay_que tendrá_que=tendrán_que
    quiere=quieren quería desea va_a=van_a iba_a=iban_a presunto=presunta=presuntos=presuntas=presuntamente supuesto=supuesta=supuestamente quizá=quizás=tal_vez=acaso posible=posiblemente
    probable=probablemente seguramente=seguro=segura ciertamente aparentemente parece=parecen=parecía sería=serían habría=habrían previsto=prevista=prevé prevén espera=esperan obligatorio=obligatoria voluntario=voluntaria imposible improbable`,
  dates: `hoy ayer mañana anteayer ahora actualmente antes después desde hasta durante tras luego hace pasado=pasada=pasados=pasadas próximo=próxima=próximos=próximas último=última=últimos=últimas
    anterior siguiente madrugada tarde noche mediodía medianoche diario=diaria semanal mensual anual siglo década primavera verano otoño invierno pronto ya todavía=aún permanente* temporal*`,
  units: `puntos_porcentuales por_ciento=% kilómetro=kilómetros=km metro=metros=m# centímetro=centímetros=cm milímetro=milímetros=mm milla=millas tonelada=toneladas=t# kilogramo=kilogramos=kilo=kilos=kg
    gramo=gramos=g# libra_# litro=litros=l# hectárea=hectáreas=ha# segundos minuto=minutos hora=horas día=días semana=semanas mes=meses año=años grado=grados km/h megavatio=megavatios=mw`,
  currencies: `euro=euros=€ céntimo=céntimos dólar=dólares=$ libra=libras=£ peso=pesos yen=yenes=¥ yuan=yuanes rublo=rublos=₽ rupia=rupias franco=francos corona=coronas sol_#=soles bolívar=bolívares`,
  speech: `a_juicio_de>=a_juicio_del>=en_opinión_de>=en_opinión_del>=de_acuerdo_con> dijo=dice=dicen=dijeron=decía=declaró=declara=declararon=afirmó=afirma=afirmaron=señaló=señala=indicó=indica=explicó=explica=anunció=anuncia=anunciaron=añadió=añade=según>=informó=informa=aseguró=asegura=manifestó=comentó=lamentó=lamenta=recordó=recuerda=subrayó=subraya=destacó=destaca=pidió=pide=criticó=critica=precisó=insistió=insiste=respondió=responde=preguntó=pregunta=exclamó=murmuró=susurró=gritó=suspiró=sostiene=sostuvo=mantiene=mantuvo=relató=contó
    alega=alegó=alegan niega=negó=niegan=desmintió=desmiente confirma=confirmó=confirmaron admite=admitió=reconoció=reconoce rechaza=rechazó acusa=acusó=acusaron denuncia=denunció
    advierte=advirtió estima=estimó=estiman duda=dudan=dudó sabe=saben=sabía cree=creen=creía piensa promete=prometió escribió=escribe llamó=llama=calificó=califica=describió=describe`,
  titles: `sr sra srta sres don doña dr dra presidente presidenta ministro ministra alcalde alcaldesa rey reina príncipe princesa juez jueza general capitán coronel
    canciller senador senadora gobernador gobernadora director directora portavoz vocero vocera profesor profesora ingeniero ingeniera doctor doctora`,
  opposites: `mejor* / empeor* deterior*
    llegó llegan llega llegada llegaron / salió salen sale salida salieron partió
    barat* / car* encarec*
    antigu* viej* / nuev* modern*
    eficaz eficaces / ineficaz ineficaces
    demandante* querellante* fiscal* / demandad* acusad*
    import* / export*
    casó casado casada boda / divorci* separ*
    presente* / ausente*
    positiv* / negativ*
    prest* / tom_prestado pidió_prestado
    profund* / superficial*
    avanz* / retroced* retir*
    inclu* / exclu*
    ampli* ensanch* / redu* estrech*
    contrat* / despid* despidi*
    elogi* alab* / conden* critic*
    inmigra* / emigra*
    más_largo más_larga / más_corto más_corta
    izquierd* / derech*
    dentro / fuera
    delante / detrás
    guerra / paz
    aument* sub* crec* increment* alza / baj* disminuy* descen* cay* cae* caíd* reduj* reduc*
    gan* venci* victoria* / perd* derrot*
    abr* abiert* reabr* reabiert* / cerr* cierr* cierre* cortad* clausurad*
    acept* aprob* aprueb* respald* apoy* favor / rechaz* rechac* opon* opus* contra
    culpable* condenad* / inocente* absuelt*
    viv* sobreviv* / muert* murió murieron falleci* matad* mató
    segur* / peligros* insegur*
    verdad* ciert* correct* / fals* incorrect* erróne*
    antes / después
    norte / sur
    este_# oriental* / oeste occidental*
    empez* empiez* comenz* comienz* inici* / termin* acab* finaliz* ces*
    más / menos
    mejor* / peor*
    compr* / vend* vent*
    permit* legal* autoriz* / prohib* ilegal*
    éxito* logr* / fracas*
    beneficio* ganancia* superávit / pérdida* déficit
    bien buen* / mal malo* mala*
    alt* elevad* / baj*
    fuert* / débil*
    ric* / pobre*
    calient* cálid* / frí*
    llen* / vací*
    elogi* / critic*
    mayoría / minoría
    temprano / tarde
    públic* / privad*
    con / sin
    húmed* / sec*
    abundant* / escas*
    hombre* / mujer*`,
}
