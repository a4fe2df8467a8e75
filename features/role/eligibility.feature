Feature: Who can be appointed
  Whoever is appointed comes from where the mandate says, and holds no other role that does not go with it. It is looked
  at on the first day in the role.

  @part-eligible
  Rule: The chair comes from one side

    Background:
      Given a board whose mandate says that the chair comes from the workers' side
      And it is 2021-12-31
      And "Anna Lund" holds the role of representative of the employer from 2021-01-01
      And "Cecilia Holm" holds the role of representative of the workers from 2021-01-01

    @verdict-fulfilled
    Scenario: A representative of the workers
      When "Cecilia Holm" holds the role of chair from 2021-03-01
      Then on 2021-03-01 the choice of "Cecilia Holm" as chair from 2021-03-01 is fulfilled

    @verdict-breached
    Scenario: A representative of the employer
      When "Anna Lund" holds the role of chair from 2021-03-01
      Then on 2021-03-01 the choice of "Anna Lund" as chair from 2021-03-01 is breached

    Scenario Outline: Who stands for a member is on the side of that member
      When "David Norén" holds the role of chair for "<member>" from 2021-03-01
      Then on 2021-03-01 the choice of "David Norén" as chair from 2021-03-01 is <verdict>

      Examples: Berga is one of the workers' side, Alby of the employer's
        | member | verdict   |
        | Berga  | fulfilled |
        | Alby   | breached  |

    @verdict-undetermined
    Scenario: Of somebody who stands for nobody, nobody can say
      When "David Norén" holds the role of chair from 2021-03-01
      Then on 2021-03-01 the choice of "David Norén" as chair from 2021-03-01 is undetermined

  Rule: The chair is chosen from the members of the board

    Scenario Outline: A member of the board on the first day as chair
      Given a board whose mandate says that the chair is chosen from the members of the board
      And it is 2021-12-31
      And "Anna Lund" holds the role of member of the board from 2021-03-01 to 2021-05-31
      When "Anna Lund" holds the role of chair from <day>
      Then on <day> the choice of "Anna Lund" as chair from <day> is <verdict>

      Examples:
        | day        | verdict   |
        | 2021-02-28 | breached  |
        | 2021-03-01 | fulfilled |
        | 2021-05-31 | fulfilled |
        | 2021-06-01 | breached  |

  @part-separate
  Rule: Two roles are not held by one person

    Scenario Outline: The treasurer is neither chair nor vice chair
      Given a board whose mandate says that the treasurer is neither chair nor vice chair
      And it is 2021-12-31
      And "Anna Lund" holds the role of <role> from 2021-01-01 to 2021-02-28
      When "Anna Lund" holds the role of treasurer from <day>
      Then on <day> the choice of "Anna Lund" as treasurer from <day> is <verdict>

      Examples:
        | role       | day        | verdict   |
        | chair      | 2021-02-28 | breached  |
        | chair      | 2021-03-01 | fulfilled |
        | vice chair | 2021-02-28 | breached  |
        | secretary  | 2021-02-28 | fulfilled |

  Rule: A choice may have to be approved before it takes effect

    Background:
      Given a board whose mandate says that the choice of a treasurer is approved 14 days before it takes effect
      And it is 2021-12-31

    Scenario Outline: Fourteen days before the first day in the role
      Given an approval is made on <day>
      When "Anna Lund" holds the role of treasurer from 2021-06-15
      Then on 2021-12-31 the approval of "Anna Lund" as treasurer from 2021-06-15 is <verdict>
      And it is due 2021-06-01

      Examples:
        | day        | verdict        |
        | 2021-06-01 | fulfilled      |
        | 2021-06-02 | fulfilled late |

    Scenario: Without approval
      When "Anna Lund" holds the role of treasurer from 2021-06-15
      Then on 2021-06-15 the approval of "Anna Lund" as treasurer from 2021-06-15 is overdue by 14 days

  Rule: A choice may have to be made before it takes effect, or soon after the one before

    Scenario Outline: Fourteen days before taking office
      Given a board whose mandate says that a treasurer is appointed 14 days before taking office
      And it is 2021-12-31
      When on <day> "Anna Lund" is given the role of treasurer from 2021-06-15
      Then on 2021-06-15 the appointment of "Anna Lund" as treasurer from 2021-06-15 is <verdict>

      Examples:
        | day        | verdict        |
        | 2021-06-01 | fulfilled      |
        | 2021-06-02 | fulfilled late |

    Scenario Outline: Thirty days after the last treasurer's last day
      Given a board whose mandate says that who follows a treasurer is appointed within 30 days
      And it is 2021-12-31
      And "Anna Lund" holds the role of treasurer from 2021-01-01
      And "Anna Lund" gives up the role of treasurer with 2021-06-30
      When on <day> "Björn Ek" is given the role of treasurer from 2021-08-15
      Then on 2021-12-31 the succession of "Anna Lund" as treasurer until 2021-06-30 is <verdict>
      And it is due 2021-07-30

      Examples:
        | day        | verdict        |
        | 2021-07-30 | fulfilled      |
        | 2021-07-31 | fulfilled late |
