Feature: The lives of a body
  Bodies are called otherwise, become something else, end, and are sometimes called back to life. Whatever they owed,
  they owe still.

  Rule: Another name is no other body

    Background:
      Given a board whose mandate says that a risk review is made each year by its end
      And it is 2022-12-31

    @verdict-overdue
    Scenario: What it owed under the old name it owes under the new one
      When the body is called "The council" from 2021-11-01 on
      Then on 2022-01-01 the risk review of 2021 is overdue by 1 day
      And it is owed by "The council"

    @verdict-fulfilled
    Scenario: What it did under the old name is done
      Given a risk review is made on 2021-10-01
      When the body is called "The council" from 2021-11-01 on
      Then on 2022-01-01 the risk review of 2021 is fulfilled

    Scenario: Another kind of body still owes it
      When the body becomes a "standing committee" on 2021-11-01
      Then on 2021-12-31 the risk review of 2021 is upcoming
      And on 2022-01-01 the risk review of 2021 is overdue by 1 day

  Rule: Another name is no other member

    Scenario: A member that is called otherwise still owes its contribution
      Given a board whose mandate says that each member makes a contribution each year by its end
      And it is 2022-12-31
      When the member "Alby" is called "Alby and Norr" from 2021-11-01 on
      Then on 2022-01-01 the contribution of "Alby" for 2021 is overdue by 1 day
      And it is owed by "Alby and Norr"

  Rule: The end of a body is not the end of what it owed

    Background:
      Given a board whose mandate says
        | minutes are sent in within 14 days of the meeting |
        | a risk review is made each year by its end        |
      And it is 2023-12-31
      And the board met on 2021-06-11
      And the network is dissolved on 2021-06-30

    Scenario: Its last minutes are still to come
      Then on 2021-06-25 the sending in of the minutes of 2021-06-11 is upcoming
      And on 2021-12-31 the sending in of the minutes of 2021-06-11 is overdue by 189 days
      And its explanation says "The body was dissolved 2021-06-30; what it owed remains."

    Scenario: They can be sent in even then
      When the minutes of 2021-06-11 are sent in on 2021-09-01
      Then on 2021-09-01 the sending in of the minutes of 2021-06-11 is fulfilled late by 68 days

    Scenario: The year that had begun is owed, the next one is not
      Then on 2022-01-01 the risk review of 2021 is overdue by 1 day
      And on 2023-12-31 the risk review of 2022 is not owed

  Rule: A body that lives again owes what it owed, and what comes

    Background:
      Given a board whose mandate says
        | minutes are sent in within 14 days of the meeting |
        | a risk review is made each year by its end        |
      And it is 2024-12-31
      And the board met on 2021-06-11
      And the network is dissolved on 2021-06-30
      And the network is established again on 2023-03-01

    Scenario: From its second life on, the years count again
      Then on 2024-12-31 the risk review of 2022 is not owed
      And on 2023-12-31 the risk review of 2023 is upcoming
      And on 2024-01-01 the risk review of 2023 is overdue by 1 day

    Scenario: What it owed in its first life remains
      Then on 2023-03-01 the sending in of the minutes of 2021-06-11 is overdue by 614 days
