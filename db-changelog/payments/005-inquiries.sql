--liquibase formatted sql

--changeset weir:payments-040 splitStatements:true endDelimiter:;
-- next_check_at: when a running agreement is asked about at its gateway, in the tenant's time. checks: how often since its charge was expected.
-- asked_at: in real time, when all that the gateway knows of it was last heard. missed_charge: the newest charge that is known to have failed.
ALTER TABLE payments_agreement
  ADD COLUMN next_check_at DATETIME(3) NULL,
  ADD COLUMN checks INT NOT NULL DEFAULT 0,
  ADD COLUMN asked_at DATETIME(3) NULL,
  ADD COLUMN missed_charge VARCHAR(191) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL;
UPDATE payments_agreement SET next_check_at = UTC_TIMESTAMP(3) WHERE status <> 'ENDED';
-- Reconciliation serves all tenants, so this does not begin with one; that of a tenant whose clock is ahead does.
CREATE INDEX payments_agreement_to_check ON payments_agreement (next_check_at, id);
CREATE INDEX payments_agreement_to_check_ahead ON payments_agreement (tenant_id, next_check_at, id);

--changeset weir:payments-041 splitStatements:true endDelimiter:;
-- A pending refund is asked about as one that was not answered is asked for again: attempts and next_attempt_at count for both.
UPDATE payments_refund SET attempts = 0, next_attempt_at = UTC_TIMESTAMP(3) WHERE status = 'PENDING' AND by_hand = FALSE;
