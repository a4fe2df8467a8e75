Feature: Taking turns
  Some duties go round. Nobody has a second turn before everybody else has had one; or, more loosely, nobody has two
  turns running.

  @part-rotation
  Rule: The members host the meetings in turn

    Background:
      Given a board whose mandate says that the members host the meetings in turn
      And it is 2021-12-31

    @verdict-fulfilled
    Scenario: The second round begins when all three have had a turn
      Given the board met, with "Alby", "Berga", "Dal", "Alby" as hosts, on 2021-02-12, 2021-03-19, 2021-05-07, 2021-06-11
      Then on 2021-12-31 the turn to host the meeting of 2021-02-12 is fulfilled
      And on 2021-12-31 the turn to host the meeting of 2021-03-19 is fulfilled
      And on 2021-12-31 the turn to host the meeting of 2021-05-07 is fulfilled
      And on 2021-12-31 the turn to host the meeting of 2021-06-11 is fulfilled

    @verdict-breached
    Scenario: A second turn comes too soon while one member still waits
      Given the board met, with "Alby", "Berga", "Alby" as hosts, on 2021-02-12, 2021-03-19, 2021-05-07
      Then on 2021-12-31 the turn to host the meeting of 2021-03-19 is fulfilled
      And on 2021-12-31 the turn to host the meeting of 2021-05-07 is breached

    Scenario: Who has left is not waited for
      Given "Dal" leaves the network with 2021-03-31
      And the board met, with "Alby", "Berga", "Alby" as hosts, on 2021-02-12, 2021-03-19, 2021-05-07
      Then on 2021-12-31 the turn to host the meeting of 2021-05-07 is fulfilled

    @verdict-undetermined
    Scenario: Who hosted it was not told
      Given the board met on 2021-02-12
      Then on 2021-12-31 the turn to host the meeting of 2021-02-12 is undetermined
      And the reason is "Who hosted the meeting was not told."

  Rule: No member hosts two meetings running

    Background:
      Given a board whose mandate says that no member hosts two meetings running
      And it is 2021-12-31

    Scenario: Two running are one too many
      Given the board met, with "Alby", "Alby" as hosts, on 2021-02-12, 2021-03-19
      Then on 2021-12-31 the turn to host the meeting of 2021-02-12 is fulfilled
      And on 2021-12-31 the turn to host the meeting of 2021-03-19 is breached

    Scenario: With one other in between it is in order
      Given the board met, with "Alby", "Berga", "Alby" as hosts, on 2021-02-12, 2021-03-19, 2021-05-07
      Then on 2021-12-31 the turn to host the meeting of 2021-05-07 is fulfilled

  Rule: The chair goes round between the sides

    Background:
      Given a board whose mandate says that the chair comes from each side in turn
      And it is 2023-12-31
      And "Anna Lund" holds the role of representative of the employer from 2021-01-01
      And "Björn Ek" holds the role of representative of the employer from 2021-01-01
      And "Cecilia Holm" holds the role of representative of the workers from 2021-01-01
      And "Anna Lund" holds the role of chair from 2021-01-01 to 2021-12-31

    Scenario: The other side's turn
      When "Cecilia Holm" holds the role of chair from 2022-01-01
      Then on 2022-01-01 the turn of "Cecilia Holm" as chair from 2022-01-01 is fulfilled

    Scenario: The same side again
      When "Björn Ek" holds the role of chair from 2022-01-01
      Then on 2021-12-31 the turn of "Anna Lund" as chair from 2021-01-01 is fulfilled
      And on 2022-01-01 the turn of "Björn Ek" as chair from 2022-01-01 is breached
