Feature: How long somebody holds a role
  A mandate may limit how many terms, or how many years, one person holds a role without a break. What counts is when
  each term begins and ends; a break of a single day begins the count anew.

  @part-terms
  Rule: Not more than two terms running

    Background:
      Given a board whose mandate says that nobody is chair for more than 2 terms running
      And it is 2024-12-31
      And "Anna Lund" holds the role of chair from 2021-01-01 to 2021-12-31
      And "Anna Lund" holds the role of chair from 2022-01-01 to 2022-12-31

    @verdict-fulfilled @verdict-breached
    Scenario: The third term running is one too many
      When "Anna Lund" holds the role of chair from 2023-01-01 to 2023-12-31
      Then on 2023-01-01 the term of "Anna Lund" as chair from 2021-01-01 is fulfilled
      And on 2023-01-01 the term of "Anna Lund" as chair from 2022-01-01 is fulfilled
      And on 2023-01-01 the term of "Anna Lund" as chair from 2023-01-01 is breached

    Scenario: After a break of one day it is a first term again
      When "Anna Lund" holds the role of chair from 2023-01-02 to 2023-12-31
      Then on 2023-01-02 the term of "Anna Lund" as chair from 2023-01-02 is fulfilled

    Scenario: Somebody else's terms are not counted
      When "Björn Ek" holds the role of chair from 2023-01-01 to 2023-12-31
      Then on 2023-01-01 the term of "Björn Ek" as chair from 2023-01-01 is fulfilled

  Rule: Not more than six years running

    Background:
      Given a board whose mandate says that nobody is chair for more than 6 years running
      And it is 2028-12-31

    @verdict-upcoming
    Scenario: Six years are over with the day before that on which it began
      Given "Anna Lund" holds the role of chair from 2021-01-01
      Then on 2026-12-31 the term of "Anna Lund" as chair from 2021-01-01 is upcoming
      And on 2027-01-01 the term of "Anna Lund" as chair from 2021-01-01 is breached

    Scenario Outline: Who leaves in time has kept the limit
      Given "Anna Lund" holds the role of chair from 2021-01-01 to <last>
      Then on 2028-12-31 the term of "Anna Lund" as chair from 2021-01-01 is <verdict>

      Examples:
        | last       | verdict   |
        | 2026-12-31 | fulfilled |
        | 2027-01-01 | breached  |

    Scenario: The years of two terms running are added up
      Given "Anna Lund" holds the role of chair from 2021-01-01 to 2023-12-31
      And "Anna Lund" holds the role of chair from 2024-01-01
      Then on 2024-01-01 the term of "Anna Lund" as chair from 2021-01-01 is fulfilled
      And on 2026-12-31 the term of "Anna Lund" as chair from 2024-01-01 is upcoming
      And on 2027-01-01 the term of "Anna Lund" as chair from 2024-01-01 is breached

  Rule: Before a term ends, somebody is nominated

    Background:
      Given a board whose mandate says that somebody is nominated 30 days before the end of each term of a chair
      And it is 2022-12-31

    @verdict-overdue
    Scenario: Thirty days before the last day of a term
      Given "Anna Lund" holds the role of chair from 2021-01-01 to 2021-12-31
      Then on 2021-12-01 the nomination after "Anna Lund" as chair from 2021-01-01 is upcoming
      And it is due 2021-12-01
      And on 2021-12-02 the nomination after "Anna Lund" as chair from 2021-01-01 is overdue by 1 day

    @verdict-fulfilled-late
    Scenario Outline: A nomination in time, and a day late
      Given "Anna Lund" holds the role of chair from 2021-01-01 to 2021-12-31
      When a nomination is made on <day>
      Then on 2022-12-31 the nomination after "Anna Lund" as chair from 2021-01-01 is <verdict>

      Examples:
        | day        | verdict        |
        | 2021-12-01 | fulfilled      |
        | 2021-12-02 | fulfilled late |

    Scenario: A term without an end has no such day
      Given "Anna Lund" holds the role of chair from 2021-01-01
      Then on 2022-12-31 the nomination after "Anna Lund" as chair from 2021-01-01 is upcoming
      And it has no deadline
