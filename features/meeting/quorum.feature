Feature: Enough people at a meeting
  A meeting needs a quorum: so many of those who are entitled to be there. It is counted on the day of the meeting,
  among those who belong to the body on that day, and it is met or broken for good.

  @part-present
  Rule: A quorum is a number

    Background:
      Given a board whose mandate says that a quorum is 2 members
      And a meeting is planned for 2021-03-17
      And it is 2021-12-31

    @verdict-upcoming @verdict-fulfilled
    Scenario: Two members are enough
      When the meeting of 2021-03-17 is held with the members "Alby", "Berga" present
      Then on 2021-03-16 the quorum of the meeting of 2021-03-17 is upcoming
      And on 2021-03-17 the quorum of the meeting of 2021-03-17 is fulfilled
      And the reason is "2 of 3 were present; 2 are needed."

    @verdict-breached
    Scenario: One member is not
      When the meeting of 2021-03-17 is held with the members "Alby" present
      Then on 2021-03-17 the quorum of the meeting of 2021-03-17 is breached
      And the reason is "1 of 3 were present; 2 are needed."

    Scenario: Two people of one member are one member
      Given "Anna Lund" holds the role of member of the board for "Alby" from 2021-01-01
      And "Björn Ek" holds the role of member of the board for "Alby" from 2021-01-01
      When the meeting of 2021-03-17 is held with "Anna Lund", "Björn Ek" present
      Then on 2021-03-17 the quorum of the meeting of 2021-03-17 is breached

    Scenario: Those who stand for two members are two
      Given "Anna Lund" holds the role of member of the board for "Alby" from 2021-01-01
      And "Björn Ek" holds the role of member of the board for "Berga" from 2021-01-01
      When the meeting of 2021-03-17 is held with "Anna Lund", "Björn Ek" present
      Then on 2021-03-17 the quorum of the meeting of 2021-03-17 is fulfilled

    @verdict-undetermined
    Scenario: Who was there was not told
      When the meeting of 2021-03-17 is held
      Then on 2021-03-17 the quorum of the meeting of 2021-03-17 is undetermined
      And the reason is "Who was present was not told."

    @verdict-void
    Scenario: A cancelled meeting needs no quorum
      When the meeting of 2021-03-17 is cancelled on 2021-03-15
      Then on 2021-03-15 the quorum of the meeting of 2021-03-17 is void

  Rule: Half plus one is more than half

    Background:
      Given a board whose mandate says that a quorum is half of the members plus one
      And a meeting is planned for 2021-03-17
      And it is 2021-12-31

    Scenario: Of three, two
      When the meeting of 2021-03-17 is held with the members "Alby", "Berga" present
      Then on 2021-03-17 the quorum of the meeting of 2021-03-17 is fulfilled
      And the reason is "2 of 3 were present; 2 are needed."

    Scenario: Of four, two are only half
      Given "Eka" joins the network on 2021-03-17
      When the meeting of 2021-03-17 is held with the members "Alby", "Berga" present
      Then on 2021-03-17 the quorum of the meeting of 2021-03-17 is breached
      And the reason is "2 of 4 were present; 3 are needed."

    Scenario: Who joins the day after the meeting is not counted
      Given "Eka" joins the network on 2021-03-18
      When the meeting of 2021-03-17 is held with the members "Alby", "Berga" present
      Then on 2021-03-17 the quorum of the meeting of 2021-03-17 is fulfilled

    Scenario: Who leaves with the day of the meeting is counted still
      Given "Eka" joins the network on 2021-02-01
      And "Eka" leaves the network with 2021-03-17
      When the meeting of 2021-03-17 is held with the members "Alby", "Berga" present
      Then on 2021-03-17 the quorum of the meeting of 2021-03-17 is breached

  Rule: A part that is no whole number is rounded as the mandate says

    Scenario Outline: A third of four
      Given a board whose mandate says that a quorum is a third of the members, rounded <how>
      And a meeting is planned for 2021-03-17
      And it is 2021-12-31
      And "Eka" joins the network on 2021-02-01
      When the meeting of 2021-03-17 is held with the members "Alby" present
      Then on 2021-03-17 the quorum of the meeting of 2021-03-17 is <verdict>
      And the reason is "1 of 4 were present; <needed> are needed."

      Examples:
        | how  | needed | verdict   |
        | up   | 2      | breached  |
        | down | 1      | fulfilled |

  Rule: Of two numbers the higher one counts

    Background:
      Given a board whose mandate says that a quorum is a third of the members, but never fewer than two
      And a meeting is planned for 2021-03-17
      And it is 2021-12-31

    Scenario Outline: A third of three would be one
      When the meeting of 2021-03-17 is held with the members <present> present
      Then on 2021-03-17 the quorum of the meeting of 2021-03-17 is <verdict>

      Examples:
        | present         | verdict   |
        | "Alby"          | breached  |
        | "Alby", "Berga" | fulfilled |

  Rule: Each side is counted by itself

    Background:
      Given a board whose mandate says that a quorum is half of each side
      And "Anna Lund" holds the role of representative of the employer from 2021-01-01
      And "Björn Ek" holds the role of representative of the employer from 2021-01-01
      And "Cecilia Holm" holds the role of representative of the workers from 2021-01-01
      And "David Norén" holds the role of representative of the workers from 2021-01-01
      And a meeting is planned for 2021-03-17
      And it is 2021-12-31

    Scenario: Many from one side do not make up for the other
      When the meeting of 2021-03-17 is held with "Anna Lund", "Björn Ek" present
      Then on 2021-03-17 the quorum of the meeting of 2021-03-17 is breached

  Rule: Some are needed, and some do not count

    Background:
      Given it is 2021-01-13

    Scenario Outline: Without the chair there is no quorum
      Given a board whose mandate says that a quorum is half of the members of the board, and the chair is one of those present
      And "Anna Lund" holds the role of chair from 2021-01-01
      And "Anna Lund" holds the role of member of the board from 2021-01-01
      And "Björn Ek" holds the role of member of the board from 2021-01-01
      And "Cecilia Holm" holds the role of member of the board from 2021-01-01
      And a meeting is planned for 2021-03-17
      And it is 2021-12-31
      When the meeting of 2021-03-17 is held with <present> present
      Then on 2021-03-17 the quorum of the meeting of 2021-03-17 is <verdict>

      Examples:
        | present                    | verdict   |
        | "Anna Lund", "Björn Ek"    | fulfilled |
        | "Björn Ek", "Cecilia Holm" | breached  |
        | "Anna Lund"                | breached  |

    Scenario Outline: The vice chair is enough where the chair is away
      Given a board whose mandate says that a quorum is half of the members of the board, with the chair or the vice chair, and the treasurer
      And "Anna Lund" holds the role of chair from 2021-01-01
      And "Björn Ek" holds the role of vice chair from 2021-01-01
      And "Cecilia Holm" holds the role of treasurer from 2021-01-01
      And "David Norén" holds the role of member of the board from 2021-01-01
      And a meeting is planned for 2021-03-17
      And it is 2021-12-31
      When the meeting of 2021-03-17 is held with <present>, "David Norén" present
      Then on 2021-03-17 the quorum of the meeting of 2021-03-17 is <verdict>
      And the reason is "<reason>"

      Examples:
        | present                     | verdict   | reason                                                          |
        | "Anna Lund", "Cecilia Holm" | fulfilled | 1 of 1 were present; 1 are needed.                              |
        | "Björn Ek", "Cecilia Holm"  | fulfilled | 1 of 1 were present; 1 are needed.                              |
        | "Cecilia Holm"              | breached  | No holder of any of these roles was present: chair, vice-chair. |
        | "Anna Lund", "Björn Ek"     | breached  | No holder of the role Treasurer was present.                    |

    Scenario Outline: The secretary does not count
      Given a board whose mandate says that a quorum is all members of the board, of whom the secretary does not count
      And "Anna Lund" holds the role of member of the board from 2021-01-01
      And "Björn Ek" holds the role of member of the board from 2021-01-01
      And "Cecilia Holm" holds the role of member of the board from 2021-01-01
      And "Cecilia Holm" holds the role of secretary from 2021-01-01
      And a meeting is planned for 2021-03-17
      And it is 2021-12-31
      When the meeting of 2021-03-17 is held with <present> present
      Then on 2021-03-17 the quorum of the meeting of 2021-03-17 is <verdict>
      And the reason is "<n> of 2 were present; 2 are needed."

      Examples:
        | present                     | n | verdict   |
        | "Anna Lund", "Björn Ek"     | 2 | fulfilled |
        | "Anna Lund", "Cecilia Holm" | 1 | breached  |

    Scenario: Where nobody is entitled, nobody can say
      Given a board whose mandate says that a quorum is all members of the board, of whom the secretary does not count
      And a meeting is planned for 2021-03-17
      And it is 2021-12-31
      When the meeting of 2021-03-17 is held with "Anna Lund" present
      Then on 2021-03-17 the quorum of the meeting of 2021-03-17 is undetermined
