import type { FactWords } from '../fact-words.ts'

/** Portuguese. */
export const PORTUGUESE: FactWords = {
  numbers: `zero:0 dois:2 duas:2 três:3 quatro:4 cinco:5 seis:6 sete:7 oito:8 nove:9 dez:10 onze:11 doze:12 treze:13 catorze:14 quatorze:14
    quinze:15 dezasseis:16 dezesseis:16 dezassete:17 dezessete:17 dezoito:18 dezanove:19 dezenove:19 vinte:20 trinta:30 quarenta:40 cinquenta:50
    sessenta:60 setenta:70 oitenta:80 noventa:90 cem:100 cento:100 duzentos:200 duzentas:200 trezentos:300 trezentas:300 quatrocentos:400 quatrocentas:400
    quinhentos:500 quinhentas:500 seiscentos:600 setecentos:700 oitocentos:800 novecentos:900 mil:1000 milhão:1e6 milhões:1e6 bilhão:1e9 bilhões:1e9 mil_milhões:1e9
    primeiro:1 primeira:1 primeiros:1 primeiras:1 segundo:2# segunda:2 terceiro:3 terceira:3 quarto:4 quarta:4 quinto:5 quinta:5 sexto:6 sexta:6 sétimo:7 oitavo:8 nono:9 décimo:10
    metade:0.5 meio:0.5 meia:0.5 terço:3 terços:3 dobro:2 duplic*:2 dobr*:2 triplic*:3 dúzia:12 dezenas:10s dúzias:12s centenas:100s milhares:1000s`,
  joiners: 'e:20',
  negation: `não nunca jamais ninguém nada nenhum=nenhuma nem sem tampouco exceto salvo em_vez_de fracass*`,
  negating: 'in im i des dis não',
  quantifiers: `todo=toda=todos=todas=tudo cada algum=alguma=alguns=algumas vários=várias muito=muita=muitos=muitas pouco=pouca=poucos=poucas maioria minoria ambos=ambas só=apenas=somente
    pelo_menos=ao_menos no_mínimo no_máximo até mais_de menos_de quase cerca_de=aproximadamente=em_torno_de=perto_de exatamente mais menos sempre frequentemente às_vezes raramente inteiro=inteira=totalmente=completamente
    parcialmente maior=maiores menor=menores demais bastante* média`,
  modals: `pode=podem podia=podiam poderá=poderão poderia=poderiam deve=devem devia=deviam deverá=deverão deveria=deveriam tem_de=têm_de=tem_que=têm_que terá_de precisa=precisam quer=querem queria vai=vão ia=iam
    suposto=suposta=supostos=supostamente=alegado=alegada=alegadamente talvez possível=possivelmente provável=provavelmente certamente=com_certeza aparentemente parece=parecem seria=seriam teria=teriam previsto=prevista=prevê
    esperado=espera obrigatório=obrigatória voluntário=voluntária facultativo impossível improvável`,
  dates: `hoje ontem amanhã anteontem agora atualmente antes depois desde até durante após há passado=passada=passados=passadas próximo=próxima=próximos=próximas último=última anterior seguinte manhã tarde noite meio-dia
    meia-noite madrugada diário=diária semanal mensal anual século década primavera verão outono inverno logo já ainda permanente* temporári*`,
  units: `pontos_percentuais por_cento=% quilômetro=quilómetro=quilômetros=quilómetros=km metro=metros=m# centímetro=centímetros=cm milímetro=milímetros=mm milha=milhas tonelada=toneladas=t# quilograma=quilogramas=quilo=quilos=kg
    grama=gramas=g# litro=litros=l# hectare=hectares=ha# segundos minuto=minutos hora=horas dia=dias semana=semanas mês=meses ano=anos grau=graus km/h megawatt=megawatts=mw`,
  currencies: `euro=euros=€ cêntimo=cêntimos=centavo=centavos dólar=dólares=$=us$ real_#=reais=r$ libra=libras=£ iene=ienes=¥ yuan rublo=rublos=₽ rúpia=rúpias franco=francos escudo=escudos kwanza=kwanzas coroa=coroas`,
  speech: `disse=diz=dizem=disseram=declarou=declara=afirmou=afirma=afirmaram=informou=informa=explicou=explica=anunciou=anuncia=acrescentou=acrescenta=segundo>=de_acordo_com>=conforme>=ressaltou=destacou=comentou=contou=lamentou=lamenta=lembrou=lembra=destaca=ressalta=insistiu
    alega=alegou nega=negou=negaram=desmentiu confirma=confirmou=confirmaram admite=admitiu=reconheceu rejeita=rejeitou acusa=acusou=acusaram denuncia=denunciou alerta=alertou=advertiu estima=estimou=estimam acredita=acreditam
    promete=prometeu escreveu=escreve`,
  titles: `sr sra srta dom dona dr dra presidente presidenta ministro ministra prefeito prefeita rei rainha príncipe princesa juiz juíza general capitão coronel chanceler senador senadora governador governadora
    diretor diretora porta-voz professor professora engenheiro engenheira doutor doutora vereador deputada deputado`,
  opposites: `melhor* / pior* deterior*
    cheg* / partiu partiram saiu saíram partida
    barat* / car* caro
    antig* velh* / nov* modern*
    eficaz eficazes / ineficaz ineficazes
    import* / export*
    casou casado casada casamento / divorci* separ*
    presente* / ausente*
    positiv* / negativ*
    contrat* / despedi* demiti*
    elogi* / conden* critic*
    esquerd* / direit*
    dentro / fora
    guerra / paz
    permitid* autoriz* / proibid* vedad*
    aument* sub* cresc* alta / diminu* ca* desc* reduzi* queda
    ganh* venc* vitóri* / perd* derrot*
    abert* abr* reabr* reabert* / fech*
    aceit* aprov* apoi* favor / rejeit* recus* contra
    culpad* condenad* / inocent* absolv*
    viv* sobreviv* / mort* morr* mat*
    segur* / perigos* insegur*
    verdad* cert* corret* / fals* errad* incorret*
    antes / depois
    norte / sul
    leste / oeste
    começ* inici* / termin* acab* cess*
    mais / menos
    melhor* / pior*
    compr* / vend*
    permit* legal* autoriz* / proib* ilegal*
    êxito sucesso* / fracass*
    lucro* superávit / prejuízo* déficit`,
}
