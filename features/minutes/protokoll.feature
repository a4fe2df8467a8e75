# language: sv
Egenskap: Protokoll från nätverkets träffar
  Den kommun som är värd för en träff är också dess sekreterare: den för protokollet och sänder in det. När det ska vara
  gjort sägs inte i uppdraget. Ett protokoll som inte har sänts in är därför utestående, men aldrig försenat.

  @Se1
  Regel: Värdkommunen för protokollet

    Bakgrund:
      Givet att det är 2021-01-20
      Och att uppdraget för 2021 antas 2021-01-13
      Och att "Skövde" ska vara värd för träffen 2021-02-12

    @verdict-upcoming @verdict-outstanding @verdict-fulfilled
    Scenario: Från träffen till protokollet
      Givet att det är 2021-06-15
      När träffen 2021-02-12 hålls
      Och protokollet från 2021-02-12 skrivs 2021-02-15
      Så är förandet av protokollet från 2021-02-12 kommande den 2021-02-11
      Och är förandet av protokollet från 2021-02-12 utestående den 2021-02-12
      Och är förandet av protokollet från 2021-02-12 fullgjort den 2021-02-15
      Och det åligger "Skövde"

  @Se2
  Regel: Värdkommunen sänder in protokollet

    Bakgrund:
      Givet att det är 2021-01-20
      Och att uppdraget för 2021 antas 2021-01-13
      Och att "Skövde" ska vara värd för träffen 2021-02-12

    @verdict-outstanding @verdict-fulfilled
    Abstrakt Scenario: Ett protokoll är utestående tills det har kommit, hur gammalt det än är
      Givet att det är 2022-02-02
      När träffen 2021-02-12 hålls
      Och protokollet från 2021-02-12 sänds in 2022-02-02
      Så är insändandet av protokollet från 2021-02-12 <bedömning> den <dag>
      Och det har ingen tidsgräns

      Exempel:
        | dag        | bedömning  |
        | 2021-02-12 | utestående |
        | 2022-02-01 | utestående |
        | 2022-02-02 | fullgjort  |

    @verdict-void
    Scenario: Från en inställd träff finns inget protokoll
      Givet att det är 2021-06-15
      När träffen 2021-02-12 ställs in 2021-02-10
      Så är insändandet av protokollet från 2021-02-12 utan föremål den 2021-02-10

    Scenario: Ett protokoll som är äldre än träffen godtas inte
      Givet att det är 2021-06-15
      När träffen 2021-02-12 hålls
      Och protokollet från 2021-02-12 sänds in 2021-02-11
      Så nekas det som "MinutesPrecedeMeeting"

    Scenario: Ett protokoll sänds in en gång om dagen till samma mottagare
      Givet att det är 2021-06-15
      När träffen 2021-02-12 hålls
      Och protokollet från 2021-02-12 sänds in 2021-02-19
      Och protokollet från 2021-02-12 sänds in 2021-02
      Så nekas det som "MinutesSubmittedAlready"

  @Se2
  Regel: Den som antar en tidsgräns får veta att svaret vilar på antagandet

    @verdict-upcoming @verdict-overdue @verdict-fulfilled-late
    Abstrakt Scenario: Fjorton dagar efter träffen, också över en skottdag
      Givet att det är 2024-06-30
      Och att uppdraget för 2021 antas 2021-01-13, med antagandet att protokoll sänds in inom fjorton dagar
      Och att "Skara" ska vara värd för träffen 2024-02-15
      När träffen 2024-02-15 hålls
      Och protokollet från 2024-02-15 sänds in 2024-03-20
      Så är insändandet av protokollet från 2024-02-15 <bedömning> den <dag>
      Och det vilar på antagandet "minutes-within-14-days"

      Exempel: 15 februari + 14 dagar = 29 februari 2024
        | dag        | bedömning          |
        | 2024-02-28 | kommande           |
        | 2024-02-29 | kommande           |
        | 2024-03-01 | försenat           |
        | 2024-03-20 | fullgjort för sent |
