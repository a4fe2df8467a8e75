Feature: Leading a meeting in the chair's place
  A mandate may name who leads the meetings when the chair does not. Then that is as good as if the chair had led them.

  Rule: The vice chair may lead in the chair's place

    Background:
      Given a board whose mandate says that the chair leads each meeting, or the vice chair in the chair's place
      And it is 2021-12-31
      And "Anna Lund" holds the role of chair from 2021-01-01
      And "Björn Ek" holds the role of vice chair from 2021-01-01 to 2021-03-17
      And a meeting is planned for 2021-03-17
      And a meeting is planned for 2021-03-18

    @verdict-fulfilled @verdict-breached
    Scenario Outline: On a day on which the one who led it was chair or vice chair
      When the meeting of <day> is held, led by "<name>"
      Then on <day> the leading of the meeting of <day> is <verdict>

      Examples: The vice chair's last day was the seventeenth
        | day        | name         | verdict   |
        | 2021-03-17 | Anna Lund    | fulfilled |
        | 2021-03-17 | Björn Ek     | fulfilled |
        | 2021-03-17 | Cecilia Holm | breached  |
        | 2021-03-18 | Anna Lund    | fulfilled |
        | 2021-03-18 | Björn Ek     | breached  |
