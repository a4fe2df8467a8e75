Feature: Proofs for those who do not trust the ledger

  Background:
    Given it is 2021-01-20
    And the mandate for 2021 is adopted on 2021-01-13
    And it is 2021-07-01
    And the ledger has a key
    And the network met on 2021-02-12
    And the minutes of 2021-02-12 are sent in on 2021-02-19 as the file "Protokoll"

  Rule: An event is proven to be in the record, without the ledger

    Scenario: The proof of the minutes
      When the minutes of 2021-02-12 are proven
      Then the proof holds for somebody who has the ledger's public key

    Scenario: The proof of other minutes
      When the minutes of 2021-02-12 are proven
      And a letter of the event is changed
      Then the proof does not hold

    Scenario: The proof of another ledger
      When the minutes of 2021-02-12 are proven
      Then the proof does not hold for somebody who has another key

  @Q4
  Rule: Today's record is proven to extend the one that an auditor saw

    Scenario: Nothing but later events
      Given a checkpoint was kept outside the ledger
      And the work plan for 2021 is adopted on 2021-06-20
      When it is proven that the record extends that of the checkpoint
      Then the proof of growth holds

    Scenario: A record that was written anew
      Given a checkpoint was kept outside the ledger
      When somebody writes the record anew with later minutes
      And it is proven that the record extends that of the checkpoint
      Then the proof of growth does not hold

  @Q1
  Rule: An answer is packed so that an auditor can check it offline

    Scenario: The pack is whole
      When the answer to what is overdue on 2021-06-10 is packed
      Then the program in the pack finds it whole

    Scenario: One letter of the answer is changed
      When the answer to what is overdue on 2021-06-10 is packed
      And a letter of the answer in the pack is changed
      Then the program in the pack finds it altered

    Scenario: Somebody alters what is kept for fast answers
      When the answer to what is overdue on 2021-06-10 is packed
      And somebody takes everything out of what is kept for fast answers
      Then packed again it is the same, byte for byte

    Scenario: The same question gives the same pack
      When the answer to what is overdue on 2021-06-10 is packed
      Then packed again it is the same, byte for byte

    Scenario: Names stay out of it
      Given "Anna Lund" holds the role of chair from 2021-01-13
      When the answer to what is overdue on 2021-06-10 is packed
      Then the name "Anna Lund" is nowhere in the pack

  @Q28
  Rule: A file is checked against what was recorded

    Scenario: The file that was told of
      When it is asked on 2021-07-01 where the file "Protokoll" was recorded
      Then the answer is
        | what happened     | effective on | holds |
        | minutes submitted | 2021-02-19   | yes   |

    Scenario: A file that differs by a letter
      When it is asked on 2021-07-01 where the file "Protokoll." was recorded
      Then the answer is that there is none
