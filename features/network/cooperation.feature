Feature: The municipalities' cooperation
  The municipalities cooperate towards the goals, let them govern their own work, and have agreements that regulate the
  cooperation. For most of this the mandate sets no measure. The ledger then shows what is recorded and judges nothing.

  Background:
    Given it is 2021-12-31
    And the mandate for 2021 is adopted on 2021-01-13

  @B1
  Rule: The municipalities work together towards the goals

    @verdict-undetermined
    Scenario: Without a measure nobody can say whether they do
      Then on 2021-12-31 the cooperation of the municipalities is undetermined
      And the reason is "The mandate sets no measure; what is recorded that speaks of it is named as evidence."
      And nothing is evidence for it

    @verdict-undetermined
    Scenario: Attendance speaks of it, and settles nothing
      Given a network meeting is planned for 2021-02-12
      When the meeting of 2021-02-12 is held, attended by
        | municipality | expected | present |
        | Skövde       | 2        | 2       |
        | Vara         | 1        | 0       |
      Then on 2021-02-11 the cooperation of the municipalities is undetermined
      And nothing is evidence for it
      And on 2021-02-12 the cooperation of the municipalities is undetermined
      And it is evidenced by
        | what happened | on         |
        | meeting held  | 2021-02-12 |

  @B2
  Rule: Each municipality lets the goals govern its own work

    @verdict-undetermined
    Scenario: What happens inside a municipality no ledger of the network can see
      Then on 2021-01-01 the municipalities' own work is undetermined
      And on 2021-12-31 the municipalities' own work is undetermined
      And the reason is "No event could show it: the mandate sets no measure."
      And nothing is evidence for it

  @B3
  Rule: Agreements regulate the cooperation

    @verdict-outstanding @verdict-fulfilled
    Scenario: An agreement is put on record
      When the agreement "Samverkansavtal vuxenutbildning" is put on record on 2021-02-05
      Then on 2021-02-04 the agreement on the cooperation is outstanding
      And it has no deadline
      And on 2021-02-05 the agreement on the cooperation is fulfilled
      And it is evidenced by
        | what happened        | on         |
        | agreement registered | 2021-02-05 |

  @S1
  Rule: The network works towards all three goals

    @verdict-undetermined
    Scenario: The assignments serve the goals, and how far they do nobody measures
      Then on 2021-01-12 the work towards the goals is undetermined
      And nothing is evidence for it
      And on 2021-01-13 the work towards the goals is undetermined
      And it is owed by "Adult education"
      And it is owed to "The network of school chiefs"
      And it is evidenced by
        | what happened     | on         |
        | assignment issued | 2021-01-13 |
        | assignment issued | 2021-01-13 |
        | assignment issued | 2021-01-13 |
