--liquibase formatted sql

--changeset weir:payments-020 splitStatements:true endDelimiter:;
-- first_asked_at: by the wall clock, because a provider remembers a key for a day of it; asked_at is in the tenant's time.
ALTER TABLE payments_refund ADD COLUMN first_asked_at DATETIME(3) NULL;

--changeset weir:payments-021 splitStatements:true endDelimiter:;
-- A renewal's payment: whose agreement was charged.
ALTER TABLE payments_payment ADD COLUMN agreement_id UUID NULL;

--changeset weir:payments-022 splitStatements:true endDelimiter:;
-- What a gateway is still to be told of an agreement, until it has heard it: the newest wish counts.
CREATE TABLE payments_agreement_wish (
  tenant_id       UUID NOT NULL,
  agreement_id    UUID NOT NULL,
  wish            VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  wished_at       DATETIME(3) NOT NULL,
  attempts        INT NOT NULL DEFAULT 0,
  next_attempt_at DATETIME(3) NOT NULL,
  last_error      VARCHAR(255) NULL,
  PRIMARY KEY (agreement_id),
  CONSTRAINT payments_agreement_wish_known CHECK (wish IN ('END_AT_PERIOD_END', 'END_NOW', 'GO_ON'))
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
-- Wishes of all tenants are worked off together, so this does not begin with one.
CREATE INDEX payments_agreement_wish_due ON payments_agreement_wish (next_attempt_at);
