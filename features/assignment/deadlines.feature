Feature: Deadlines that move, and reports that are no longer asked for
  Only the principal extends, waives or withdraws. Nothing that was agreed is lost: the first date stays beside the new
  one, with who decided and why.

  Background:
    Given it is 2022-06-30
    And the mandate for 2021 is adopted on 2021-01-13

  @U2
  Rule: An extension moves the due date and keeps the first one

    @verdict-upcoming @verdict-overdue
    Scenario Outline: The report on learning centres is extended from May to September
      Given on 2021-05-20 the principal extends the partial report on "learning centres" to 2021-09 because "statistik saknas"
      Then on <day> the partial report on "learning centres" is <verdict>
      And it is due <due>
      And it was first due 2021-05

      Examples:
        | day        | verdict  | due     |
        | 2021-05-19 | upcoming | 2021-05 |
        | 2021-05-20 | upcoming | 2021-09 |
        | 2021-06-01 | upcoming | 2021-09 |
        | 2021-09-30 | upcoming | 2021-09 |
        | 2021-10-01 | overdue  | 2021-09 |

    @verdict-fulfilled
    Scenario: Delivered within the extension, the report is in time
      Given on 2021-05-20 the principal extends the partial report on "learning centres" to 2021-09 because "statistik saknas"
      When the partial report on "learning centres" is submitted on 2021-09-10
      Then on 2021-09-10 the partial report on "learning centres" is fulfilled
      And it was first due 2021-05

    Scenario: An extension that comes too late does not undo the days on which the report was overdue
      Given on 2021-06-10 the principal extends the partial report on "learning centres" to 2021-09 because "statistik saknas"
      Then on 2021-06-09 the partial report on "learning centres" is overdue by 9 days
      And on 2021-06-10 the partial report on "learning centres" is upcoming

    Scenario: A second extension counts from then on
      Given on 2021-05-20 the principal extends the partial report on "learning centres" to 2021-09 because "statistik saknas"
      And on 2021-09-15 the principal extends the partial report on "learning centres" to 2021-10-15 because "sjukdom"
      Then on 2021-10-15 the partial report on "learning centres" is upcoming
      And it was first due 2021-05
      And on 2021-10-16 the partial report on "learning centres" is overdue by 1 day

    Scenario Outline: What is no later than before is no extension
      When on 2021-05-20 the principal extends the partial report on "learning centres" to <due> because "statistik saknas"
      Then it is refused as "ExtensionNotLater"

      Examples:
        | due        |
        | 2021-04    |
        | 2021-05    |
        | 2021-05-31 |

    Scenario: One day past the month is an extension
      Given on 2021-05-20 the principal extends the partial report on "learning centres" to 2021-06-01 because "statistik saknas"
      Then on 2021-06-01 the partial report on "learning centres" is upcoming
      And on 2021-06-02 the partial report on "learning centres" is overdue by 1 day

    @verdict-fulfilled
    Scenario: An extension that is recorded after the report had come
      Given the partial report on "learning centres" is submitted on 2021-06-20
      When on 2021-05-20 the principal extends the partial report on "learning centres" to 2021-09 because "statistik saknas"
      Then on 2021-06-20 the partial report on "learning centres" is fulfilled
      And it is due 2021-09

    Scenario: The earlier of two extensions is recorded last
      Given on 2021-09-15 the principal extends the partial report on "learning centres" to 2021-10-15 because "sjukdom"
      When on 2021-05-20 the principal extends the partial report on "learning centres" to 2021-09 because "statistik saknas"
      Then on 2021-06-01 the partial report on "learning centres" is upcoming
      And it is due 2021-09
      And on 2021-10-15 the partial report on "learning centres" is upcoming
      And on 2021-10-16 the partial report on "learning centres" is overdue by 1 day

    Scenario: An extension that is recorded last gives no later day than one that was decided after it
      Given on 2021-09-15 the principal extends the partial report on "learning centres" to 2021-10-15 because "sjukdom"
      When on 2021-05-20 the principal extends the partial report on "learning centres" to 2021-10-15 because "statistik saknas"
      Then it is refused as "ExtensionNotLater"

  @U1
  Rule: A report that is waived is owed no longer

    @verdict-waived
    Scenario: The principal waives the partial report
      When on 2021-06-15 the principal waives the partial report on "language support"
      Then on 2021-06-14 the partial report on "language support" is overdue by 14 days
      And on 2021-06-15 the partial report on "language support" is waived
      And the reason is "Waived 2021-06-15: Frågan är överspelad."
      And on 2021-06-15 the final report on "language support" is upcoming

    Scenario: A report that comes although it was waived
      Given on 2021-06-15 the principal waives the partial report on "language support"
      When the partial report on "language support" is submitted on 2021-06-20
      Then on 2021-06-20 the partial report on "language support" is waived

    Scenario Outline: A report that was delivered before it was waived, in whichever order this is recorded
      Given on 2021-06-15 the principal waives the <first> report on "language support"
      And the partial report on "language support" is submitted on 2021-05-10
      When on 2021-06-15 the principal waives the <then> report on "language support"
      Then on 2021-06-15 the partial report on "language support" is fulfilled

      Examples:
        | first   | then    |
        | partial | final   |
        | final   | partial |

    Scenario: A report is waived twice
      Given on 2021-06-15 the principal waives the partial report on "language support"
      When on 2021-06-16 the principal waives the partial report on "language support"
      Then it is refused as "ReportIsWaived"

  @U3
  Rule: With the assignment go the reports that had not come

    @verdict-void
    Scenario: The principal withdraws the assignment
      Given the partial report on "KomX" is submitted on 2021-06-21
      When on 2021-11-10 the principal withdraws the assignment on "KomX"
      Then on 2021-11-09 the final report on "KomX" is upcoming
      And on 2021-11-10 the final report on "KomX" is void
      And the reason is "The assignment was withdrawn 2021-11-10: Frågan är överspelad."
      And on 2021-11-10 the partial report on "KomX" is fulfilled

    Scenario: A report on a withdrawn assignment comes all the same
      Given on 2021-11-10 the principal withdraws the assignment on "KomX"
      When the final report on "KomX" is submitted on 2021-11-11
      Then on 2021-11-11 the final report on "KomX" is void

    Scenario: An assignment is withdrawn twice
      Given on 2021-11-10 the principal withdraws the assignment on "KomX"
      When on 2021-11-11 the principal withdraws the assignment on "KomX"
      Then it is refused as "AssignmentIsWithdrawn"

    Scenario: A report from the day before the assignment was withdrawn may be told afterwards
      Given on 2021-11-10 the principal withdraws the assignment on "KomX"
      When the final report on "KomX" is submitted on 2021-11-09
      Then on 2021-11-09 the final report on "KomX" is fulfilled
      And on 2021-11-10 the final report on "KomX" is fulfilled

    Scenario: A completed assignment does not hide a report that was missed
      Given the final report on "language support" is submitted on 2021-10-22
      When the assignment on "language support" is completed on 2021-11-01
      Then on 2021-11-01 the partial report on "language support" is overdue by 154 days
      And on 2021-11-01 the final report on "language support" is fulfilled

    Scenario: A report after the assignment was completed
      Given the assignment on "KomX" is completed on 2021-11-01
      When the final report on "KomX" is submitted on 2021-11-02
      Then on 2021-11-02 the final report on "KomX" is fulfilled

    Scenario: A completed assignment is withdrawn
      Given the assignment on "KomX" is completed on 2021-11-01
      When on 2021-11-10 the principal withdraws the assignment on "KomX"
      Then it is refused as "AssignmentIsCompleted"

  @U1
  Rule: The recipient accepts a report or returns it

    Scenario: A report that was returned can be submitted again; the first delivery counts
      Given the partial report on "language support" is submitted on 2021-05-10
      And the partial report on "language support" is returned on 2021-05-20 because "kostnaderna saknas"
      When the partial report on "language support" is submitted on 2021-06-10
      Then on 2021-06-10 the partial report on "language support" is fulfilled

    Scenario Outline: Of two deliveries the earlier one counts, in whichever order they are recorded
      Given the partial report on "language support" is submitted on <first>
      When the partial report on "language support" is submitted on <then>
      Then on 2021-06-02 the partial report on "language support" is fulfilled
      And on 2021-05-30 the partial report on "language support" is upcoming

      Examples:
        | first      | then       |
        | 2021-05-31 | 2021-06-01 |
        | 2021-06-01 | 2021-05-31 |

    Scenario: The same delivery is recorded twice
      Given the partial report on "language support" is submitted on 2021-05-10
      When the partial report on "language support" is submitted on 2021-05
      Then it is refused as "ReportSubmittedAlready"

    Scenario: A report is returned twice on one day
      Given the partial report on "language support" is submitted on 2021-05-10
      And the partial report on "language support" is returned on 2021-05-20 because "kostnaderna saknas"
      When the partial report on "language support" is returned on 2021-05-20 because "bilagan saknas"
      Then it is refused as "ReportReturnedAlready"

    Scenario: A report is accepted before it came
      When the partial report on "language support" is accepted on 2021-05-11
      Then it is refused as "ReportNotSubmitted"

    Scenario: A report is accepted twice
      Given the partial report on "language support" is submitted on 2021-05-10
      And the partial report on "language support" is accepted on 2021-05-20
      When the partial report on "language support" is accepted on 2021-05
      Then it is refused as "ReportAcceptedAlready"

    Scenario: A report from before the assignment was given
      When the partial report on "language support" is submitted on 2021-01-12
      Then it is refused as "PrecedesAssignment"

    Scenario: A report that is yet to come
      When the partial report on "language support" is submitted on 2022-07-01
      Then it is refused as "InTheFuture"

  @U2
  Rule: Somebody else can be given the assignment

    Scenario: From that day on the new holder owes the reports
      When from 2021-09-01 on "Skövde" owes the assignment on "learning centres"
      Then on 2021-11-01 the final report on "learning centres" is overdue by 1 day
      And it is owed by "Skövde"

    Scenario: The assignment is passed on to its own holder
      Given from 2021-09-01 on "Skövde" owes the assignment on "learning centres"
      When from 2021-10-01 on "Skövde" owes the assignment on "learning centres"
      Then it is refused as "HolderAlready"
