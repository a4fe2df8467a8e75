Feature: Reports on the assignments
  The principal gives the network assignments and asks for reports on them: a partial report and a final one.
  Only months are named. A month lasts through its last day: what is due in May is on time through 31 May
  and overdue from 1 June on.

  Background:
    Given the mandate for 2021 is adopted on 2021-01-13

  @U1 @part-report
  Rule: The network reports on vocational training with language support in May and in October 2021

    @verdict-upcoming @verdict-overdue
    Scenario Outline: A report on language support falls due with the last day of its month
      Then on <day> the <which> report on "language support" is <verdict>

      Examples: The partial report is due in May
        | day        | which   | verdict  |
        | 2021-04-30 | partial | upcoming |
        | 2021-05-01 | partial | upcoming |
        | 2021-05-31 | partial | upcoming |
        | 2021-06-01 | partial | overdue  |

      Examples: The final report is due in October
        | day        | which | verdict  |
        | 2021-06-01 | final | upcoming |
        | 2021-10-31 | final | upcoming |
        | 2021-11-01 | final | overdue  |

    Scenario: The network owes the report to the principal
      Then on 2021-05-01 the partial report on "language support" is upcoming
      And it is owed by "Adult education"
      And it is owed to "The network of school chiefs"
      And it is due 2021-05
      And the reason is "It is due by 2021-05-31."

    @verdict-fulfilled @verdict-fulfilled-late
    Scenario Outline: The day on which the report comes decides for ever
      Given it is 2022-06-30
      When the partial report on "language support" is submitted on <submitted>
      Then on <submitted> the partial report on "language support" is <verdict>
      And on 2022-06-30 the partial report on "language support" is <verdict>

      Examples:
        | submitted  | verdict        |
        | 2021-02-01 | fulfilled      |
        | 2021-05-31 | fulfilled      |
        | 2021-06-01 | fulfilled late |
        | 2022-02-28 | fulfilled late |

    @verdict-fulfilled-late
    Scenario: Before it came, a late report was overdue
      Given it is 2022-06-30
      When the partial report on "language support" is submitted on 2021-06-04
      Then on 2021-06-03 the partial report on "language support" is overdue by 3 days
      And on 2021-06-04 the partial report on "language support" is fulfilled late by 4 days
      And on 2022-06-30 the partial report on "language support" is fulfilled late by 4 days
      And it is evidenced by
        | what happened    | on         |
        | report submitted | 2021-06-04 |

    Scenario: A final report does not make up for a partial one that never came
      Given it is 2022-06-30
      When the final report on "language support" is submitted on 2021-10-22
      Then on 2021-10-22 the final report on "language support" is fulfilled
      And on 2021-10-22 the partial report on "language support" is overdue by 144 days

  @U2
  Rule: The network reports on learning centres in May and in October 2021

    @verdict-upcoming @verdict-overdue
    Scenario Outline: A report on learning centres falls due with the last day of its month
      Then on <day> the <which> report on "learning centres" is <verdict>

      Examples:
        | day        | which   | verdict  |
        | 2021-05-31 | partial | upcoming |
        | 2021-06-01 | partial | overdue  |
        | 2021-10-31 | final   | upcoming |
        | 2021-11-01 | final   | overdue  |

    Scenario: Each report is owed by itself
      Given it is 2022-06-30
      When the partial report on "learning centres" is submitted on 2021-05-20
      Then on 2021-06-01 the partial report on "learning centres" is fulfilled
      And on 2021-06-01 the partial report on "language support" is overdue by 1 day
      And on 2021-06-01 the final report on "learning centres" is upcoming

  @U3
  Rule: The network reports on KomX in June 2021 and, past the year, in April 2022

    @verdict-upcoming @verdict-overdue
    Scenario Outline: A report on KomX falls due with the last day of its month
      Then on <day> the <which> report on "KomX" is <verdict>

      Examples:
        | day        | which   | verdict  |
        | 2021-06-30 | partial | upcoming |
        | 2021-07-01 | partial | overdue  |
        | 2021-12-31 | final   | upcoming |
        | 2022-01-01 | final   | upcoming |
        | 2022-04-30 | final   | upcoming |
        | 2022-05-01 | final   | overdue  |

    Scenario: What is never delivered grows older day by day
      Then on 2021-07-01 the partial report on "KomX" is overdue by 1 day
      And on 2021-12-31 the partial report on "KomX" is overdue by 184 days
      And on 2022-06-30 the partial report on "KomX" is overdue by 365 days

  Rule: A date is kept as precisely as it was told

    @U1 @verdict-fulfilled
    Scenario: A report told of by its month alone is on time when the whole month is
      Given it is 2022-06-30
      When the partial report on "language support" is submitted on 2021-05
      Then on 2021-05-31 the partial report on "language support" is fulfilled
      And the reason is "Done 2021-05, due by 2021-05-31."

    @U1 @verdict-fulfilled-late
    Scenario: A report told of by its month alone is late when the whole month is
      Given it is 2022-06-30
      When the partial report on "language support" is submitted on 2021-06
      Then on 2021-06-30 the partial report on "language support" is fulfilled late by 1 day

    @U1 @verdict-undetermined
    Scenario: A date told too roughly leaves the matter open
      Given it is 2022-06-30
      When the partial report on "language support" is submitted on 2021
      Then on 2021-12-31 the partial report on "language support" is undetermined
      And the reason is "Done 2021: the date is told too roughly to say whether that was by 2021-05-31."

  Rule: The day ends at midnight in Stockholm

    @U1 @verdict-upcoming
    Scenario: At half past eleven on the evening of 31 May there is still time
      Given it is 2021-05-31 at 23:30 in Stockholm
      Then today the partial report on "language support" is upcoming

    @U1 @verdict-overdue
    Scenario: At half past midnight on 1 June the report is overdue, though in Greenwich it is still May
      Given it is 2021-06-01 at 00:30 in Stockholm
      Then today the partial report on "language support" is overdue by 1 day
