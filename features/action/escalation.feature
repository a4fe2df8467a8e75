Feature: What stays undone goes further up
  A task that a meeting gives may still be open some meetings later. Then it does not wait any longer: it goes to
  somebody who can see to it.

  @part-each-item
  Rule: A task that is open after two later meetings goes to the chair within seven days

    Background:
      Given a board whose mandate says that an action open after 2 later meetings goes to the chair within 7 days
      And it is 2021-12-31
      And the board met on 2021-02-12
      And the meeting of 2021-02-12 gives "Anna Lund" the task "Ask for tenders"

    Scenario: After one later meeting it may wait
      Given the board met on 2021-03-19
      Then on 2021-12-31 taking the task of 2021-02-12 to the chair is not owed

    @verdict-upcoming @verdict-overdue
    Scenario: From the second later meeting on it is owed
      Given the board met on 2021-03-19, 2021-05-07
      Then on 2021-05-06 taking the task of 2021-02-12 to the chair is not owed
      And on 2021-05-07 taking the task of 2021-02-12 to the chair is upcoming
      And on 2021-05-14 taking the task of 2021-02-12 to the chair is upcoming
      And it is due 2021-05-14
      And on 2021-05-15 taking the task of 2021-02-12 to the chair is overdue by 1 day

    @verdict-fulfilled @verdict-fulfilled-late
    Scenario Outline: It goes to the chair on the seventh day, or on the eighth
      Given the board met on 2021-03-19, 2021-05-07
      When the task of the meeting of 2021-02-12 is taken to the chair on <day>
      Then on 2021-12-31 taking the task of 2021-02-12 to the chair is <verdict>

      Examples:
        | day        | verdict        |
        | 2021-05-14 | fulfilled      |
        | 2021-05-15 | fulfilled late |

    Scenario: To somebody else is not to the chair
      Given the board met on 2021-03-19, 2021-05-07
      When the task of the meeting of 2021-02-12 is taken to the secretary on 2021-05-10
      Then on 2021-05-15 taking the task of 2021-02-12 to the chair is overdue by 1 day

    Scenario: What was done before the second later meeting need not go anywhere
      Given the board met on 2021-03-19, 2021-05-07
      When the task of the meeting of 2021-02-12 is done on 2021-05-06
      Then on 2021-12-31 taking the task of 2021-02-12 to the chair is not owed

    @verdict-void @verdict-breached
    Scenario Outline: What is done in these seven days need go there no longer
      Given the board met on 2021-03-19, 2021-05-07
      When the task of the meeting of 2021-02-12 is done on <day>
      Then on 2021-05-09 taking the task of 2021-02-12 to the chair is upcoming
      And on <day> taking the task of 2021-02-12 to the chair is <verdict>

      Examples:
        | day        | verdict  |
        | 2021-05-10 | void     |
        | 2021-05-14 | void     |
        | 2021-05-15 | breached |

    Scenario: A task that is taken to the next meeting is the same task
      Given the board met on 2021-03-19, 2021-05-07
      And the task of the meeting of 2021-02-12 is taken to that of 2021-03-19 on 2021-03-19
      Then on 2021-05-15 taking the task of 2021-02-12 to the chair is overdue by 1 day
      And on 2021-12-31 taking the task of 2021-03-19 to the chair is not owed
