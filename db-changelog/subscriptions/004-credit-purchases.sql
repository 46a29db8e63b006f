--liquibase formatted sql

--changeset weir:subscriptions-004 splitStatements:true endDelimiter:;
--comment: Credits that accounts have bought: a package, with its name and bonus, or just an amount. In smallest units of the meter.
CREATE TABLE subscriptions_credit_purchase (
  tenant_id UUID NOT NULL,
  id UUID NOT NULL,
  account_id UUID NOT NULL,
  package_id UUID NULL,
  name VARCHAR(255) NULL,
  meter VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  credits BIGINT NOT NULL,
  bonus BIGINT NOT NULL,
  paid_minor BIGINT NOT NULL,
  currency CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  cause VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  purchased_at DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT uq_subscriptions_credit_purchase_cause UNIQUE (tenant_id, cause),
  CONSTRAINT fk_subscriptions_credit_purchase_account FOREIGN KEY (tenant_id, account_id)
    REFERENCES subscriptions_account (tenant_id, id),
  CONSTRAINT fk_subscriptions_credit_purchase_package FOREIGN KEY (tenant_id, package_id)
    REFERENCES subscriptions_credit_package (tenant_id, id),
  CONSTRAINT ck_subscriptions_credit_purchase_package CHECK
    ((package_id IS NULL AND name IS NULL AND bonus = 0) OR (package_id IS NOT NULL AND name IS NOT NULL)),
  CONSTRAINT ck_subscriptions_credit_purchase_credits CHECK (credits >= 1 AND bonus >= 0),
  CONSTRAINT ck_subscriptions_credit_purchase_paid CHECK (paid_minor >= 0),
  INDEX ix_subscriptions_credit_purchase_account (tenant_id, account_id, purchased_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

--rollback DROP TABLE subscriptions_credit_purchase;
