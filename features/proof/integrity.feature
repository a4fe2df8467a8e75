Feature: Nothing can be altered unseen

  Background:
    Given it is 2021-01-20
    And the mandate for 2021 is adopted on 2021-01-13
    And it is 2021-07-01
    And the ledger has a key
    And the network met on 2021-02-12
    And the minutes of 2021-02-12 are sent in on 2021-02-19

  @Q4
  Rule: Was anything altered since that checkpoint?

    Scenario: Nobody touched the record
      Given a checkpoint was kept outside the ledger
      And the work plan for 2021 is adopted on 2021-06-20
      When the record is verified with that checkpoint
      Then the record is whole and anchored

    Scenario: The record agrees with itself, and nobody kept a checkpoint
      When the record is verified
      Then the record is whole, but not anchored

    Scenario: A checkpoint in the ledger is no anchor by itself
      Given a checkpoint is recorded
      When the record is verified
      Then the record is whole, but not anchored

    Scenario Outline: Somebody alters the file
      Given a checkpoint was kept outside the ledger
      When somebody <alters it>
      And the record is verified
      Then it is found that an event <was altered>

      Examples:
        | alters it                             | was altered               |
        | dates the minutes back a week         | was altered               |
        | takes an event out                    | is missing                |
        | puts an event in                      | was inserted              |
        | lets two events change places         | stands in the wrong order |
        | cuts off the last events              | was cut off               |
        | writes over an event with other bytes | cannot be read            |

    Scenario: Somebody puts an old copy back
      Given the file is copied
      And the work plan for 2021 is adopted on 2021-06-20
      And a checkpoint was kept outside the ledger
      When somebody puts the copy back
      And the record is verified with that checkpoint
      Then it is found that an event was cut off

    Scenario: From inside an old copy looks whole
      Given the file is copied
      And the work plan for 2021 is adopted on 2021-06-20
      When somebody puts the copy back
      And the record is verified
      Then the record is whole, but not anchored

    Scenario: Somebody who has the key writes the whole record anew
      Given a checkpoint was kept outside the ledger
      When somebody writes the record anew with later minutes
      And the record is verified with that checkpoint
      Then it is found that an event was altered

  Rule: Keys change, and what they signed stays verifiable

    Scenario: A checkpoint by the key before
      Given a checkpoint was kept outside the ledger
      When the key is changed
      And the record is verified with that checkpoint
      Then the record is whole and anchored

    Scenario: A checkpoint by a stranger's key
      Given a checkpoint was kept outside the ledger
      When the record is verified with that checkpoint, signed by a stranger instead
      Then it is found that the checkpoint is not signed

  Rule: Others sign what they have seen

    Scenario Outline: A policy asks for two witnesses
      Given a checkpoint is recorded
      And <signed> of the two witnesses signed it
      When the record is verified by a policy that asks for both
      Then the record is <state>

      Examples:
        | signed | state                   |
        | one    | whole, but not anchored |
        | both   | whole and anchored      |

  @Se2
  Rule: Minutes can bear a checkpoint

    Scenario: The record is held against the minutes that somebody kept
      Given a checkpoint is recorded
      And the network met on 2021-05-07
      And the minutes of 2021-05-07 are sent in on 2021-05-12 with that checkpoint
      When the record is verified
      Then the checkpoint in those minutes is among those that it was held against

    Scenario: Minutes with a checkpoint that the ledger never signed
      Given a checkpoint was signed by a stranger
      And the network met on 2021-05-07
      When the minutes of 2021-05-07 are sent in on 2021-05-12 with that checkpoint
      Then it is refused as "CheckpointUnknown"

  @Q30
  Rule: Closing a year signs it

    Scenario: What came after the closing is listed by itself
      Given it is 2022-01-20
      And the year 2021 is closed on 2022-01-20
      And it is 2022-02-02
      And the minutes of 2021-02-12 are corrected to 2021-02-20
      When it is asked on 2022-02-02 what was recorded of a year after it was closed
      Then the answer is
        | year | what happened  | effective on |
        | 2021 | fact corrected | 2022-02-02   |
      And the checkpoint of the closing speaks of the record through it, and of nothing later
