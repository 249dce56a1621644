// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/language_words.h"

namespace certreg::worker {

const std::array<LanguageWords, 12> kLanguageWords{
    LanguageWords{
        "eng",
        "the of and to in is that for it with as on at by this from or an are be has been have which not all "
        "its was were will shall may under date issue issued expiry expires valid until certificate number "
        "certify certifies certified certification management system information security scope registration "
        "registered company organization organisation standard requirements following activities services "
        "service provision development address street road page original initial current version statement "
        "applicability accredited accreditation approval approved audit holder conditions within software "
        "data center centre support design quality"},
    LanguageWords{
        "deu",
        "der die das und ist dass fur mit von zu den dem des ein eine einer eines im am auf bei nach wird "
        "wurde werden durch gemass sowie oder auch nicht zertifikat zertifizierung zertifiziert "
        "zertifizierungsstelle gultig gultigkeit bis ab vom hiermit bescheinigt unternehmen geltungsbereich "
        "registriernummer nummer erstzertifizierung ausstellungsdatum ablaufdatum norm anforderungen "
        "informationssicherheit managementsystem erfullt nachweis erbracht strasse deutschland standort "
        "standorte betrieb entwicklung bereich anwendbarkeit erklarung seite hauptsitz"},
    LanguageWords{
        "fra",
        "le la les des du et est que pour avec dans sur par au aux une un de en ce cette qui son sa ses ont "
        "selon conformement certificat certifie certification organisme societe systeme securite "
        "l d information domaine application perimetre activites suivantes exigences norme numero delivre "
        "emission effet expiration valable jusqu valide date adresse rue siege initiale site declaration "
        "applicabilite version conforme"},
    LanguageWords{
        "spa",
        "el la los las de del y en que para con por una un al es se su sus lo como segun certificado "
        "certifica certificacion organizacion empresa sistema gestion seguridad informacion alcance "
        "actividades siguientes conforme requisitos norma numero fecha emision expiracion caducidad validez "
        "valido hasta primera desde calle avenida espana declaracion aplicabilidad servicios entidad"},
    LanguageWords{
        "ita",
        "il lo la gli le di del della delle dei degli che per con da dal dalla nel nella una un al alla si e "
        "ed secondo certificato certifica certificazione organizzazione azienda sistema gestione sicurezza "
        "informazioni campo applicazione attivita seguenti conforme requisiti norma numero data emissione "
        "scadenza prima corrente valido validita fino via sede dichiarazione applicabilita servizi presente"},
    LanguageWords{
        "por",
        "o os as a do da dos das de que para com por uma um ao no na nos nas em e se seu sua pelo pela "
        "segundo certificado certifica certificacao organizacao empresa sistema gestao seguranca informacao "
        "ambito escopo atividades seguintes conforme requisitos norma numero data emissao validade valido "
        "ate inicial rua avenida declaracao aplicabilidade servicos entidade presente"},
    LanguageWords{
        "nld",
        "de het een en van voor met op in is dat te zijn wordt door bij aan als volgens heeft of niet naar "
        "certificaat certificering gecertificeerd certificaatnummer nummer managementsysteem "
        "informatiebeveiliging toepassingsgebied eisen norm organisatie bedrijf verklaart geldig tot datum "
        "uitgifte afgifte vervaldatum eerste straat nederland verklaring toepasselijkheid diensten locatie"},
    LanguageWords{
        "swe",
        "och att det som en ett av for med pa ar till den de har inte om i enligt samt vid fran certifikat "
        "certifikatet certifiering certifierad certifikatnummer ledningssystem informationssakerhet "
        "omfattning "
        "omfattar krav standard uppfyller organisation foretag harmed intygas giltigt giltig till utfardat "
        "datum forsta nummer gatan sverige tillampbarhet verksamhet tjanster"},
    LanguageWords{
        "pol",
        "i w z na do dla jest ze sie oraz przez od o po za nr zgodnie niniejszym certyfikat certyfikacja "
        "certyfikacji zaswiadcza system systemu zarzadzania bezpieczenstwem bezpieczenstwa informacji zakres "
        "zakresie wymagania wymaganiami normy norma organizacja firma spolka wazny waznosci data wydania "
        "numer ulica ul polska deklaracja stosowania uslug uslugi"},
    LanguageWords{"ces",
                  "a v ve na pro s z ze je se do od o po za podle tento ktery ktera certifikat certifikace "
                  "certifikacni "
                  "potvrzuje osvedcuje system systemu rizeni managementu bezpecnosti bezpecnost informaci "
                  "rozsah oblast "
                  "pozadavky pozadavku normy norma organizace spolecnost firma platnost platny vydani datum "
                  "cislo ulice "
                  "ceska republika prohlaseni aplikovatelnosti sluzby sluzeb"},
    LanguageWords{
        "tur",
        "ve bir bu ile icin olarak olan tarafindan uygun gore kapsam kapsami belge belgesi sertifika "
        "sertifikasi sertifikasyon kurulus firma sirketi limited anonim sanayi ticaret yonetim sistemi bilgi "
        "guvenligi standardi sartlarina gecerlilik tarihi tarihine kadar yayin ilk no adres mahallesi mah "
        "caddesi cad sokak sok turkiye istanbul ankara hizmetleri denetim akreditasyon"},
    LanguageWords{
        "rus",
        "и в на с по для что не от до из или настоящии сертификат сертификации соответствия удостоверяет "
        "система системы менеджмента безопасности информационнои область применительно требованиям "
        "стандарта деиствителен деиствия срок дата выдачи номер организация общество ограниченнои "
        "ответственностью адрес улица ул россия москва орган услуг"}};

}  // namespace certreg::worker
