--liquibase formatted sql

--changeset weir:payments-060 splitStatements:true endDelimiter:;
-- Payments that were charged to what a gateway keeps, while nobody was there; written with the payment, before the gateway hears of it, so that
-- a charge that a crash cut short is asked for again by the same name and the same method. method: the gateway's name for it; brand and last4:
-- for people. asked_at: real time.
CREATE TABLE payments_charge (
  tenant_id  UUID NOT NULL,
  payment_id UUID NOT NULL,
  method     VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  kind       VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  brand      VARCHAR(60) NULL,
  last4      VARCHAR(10) NULL,
  asked_at   DATETIME(3) NOT NULL,
  PRIMARY KEY (payment_id),
  CONSTRAINT payments_charge_once UNIQUE (tenant_id, payment_id),
  CONSTRAINT payments_charge_of_payment FOREIGN KEY (tenant_id, payment_id) REFERENCES payments_payment (tenant_id, id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
--rollback DROP TABLE payments_charge;

--changeset weir:payments-061 splitStatements:true endDelimiter:;
-- Whether the gateway is asked to keep what is paid with, for invoices that are to be paid later.
ALTER TABLE payments_payment ADD COLUMN keeps_method BOOLEAN NOT NULL DEFAULT FALSE;
--rollback ALTER TABLE payments_payment DROP COLUMN keeps_method;

--changeset weir:payments-062 splitStatements:true endDelimiter:;
-- Agreements whose charge failed, the longest first.
CREATE INDEX payments_agreement_by_status ON payments_agreement (tenant_id, status, paid_until, id);
--rollback DROP INDEX payments_agreement_by_status ON payments_agreement;
