--liquibase formatted sql

--changeset weir:subscriptions-010 splitStatements:true endDelimiter:;
--comment: awaits_invoice: an invoice for the next period is out, and access stays for a while if it is not paid in time. rate_due: it begins later, and its rate limit is to be set then. A trial's cause has the account and a family in it. Unpaid is an end.
ALTER TABLE subscriptions_subscription
  MODIFY cause VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  MODIFY origin VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  ADD COLUMN awaits_invoice BOOLEAN NOT NULL DEFAULT FALSE,
  ADD COLUMN rate_due BOOLEAN NOT NULL DEFAULT FALSE,
  DROP CONSTRAINT ck_subscriptions_subscription_ended,
  ADD CONSTRAINT ck_subscriptions_subscription_ended CHECK
    ((status IN ('CANCELED', 'EXPIRED', 'UNPAID') AND ended_at IS NOT NULL)
      OR (status NOT IN ('CANCELED', 'EXPIRED', 'UNPAID') AND ended_at IS NULL));
CREATE INDEX ix_subscriptions_subscription_awaits ON subscriptions_subscription (tenant_id, awaits_invoice, period_until);
CREATE INDEX ix_subscriptions_subscription_rate ON subscriptions_subscription (tenant_id, rate_due, period_from);

--changeset weir:subscriptions-011 splitStatements:true endDelimiter:;
--comment: to_bill: its usage has a price, and there is no invoice for it yet. closed_at: it ended before its time.
ALTER TABLE subscriptions_period
  MODIFY cause VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  ADD COLUMN to_bill BOOLEAN NOT NULL DEFAULT FALSE,
  ADD COLUMN closed_at DATETIME(3) NULL;
CREATE INDEX ix_subscriptions_period_to_bill ON subscriptions_period (tenant_id, to_bill, period_until);

--rollback ALTER TABLE subscriptions_period DROP INDEX ix_subscriptions_period_to_bill, DROP COLUMN to_bill, DROP COLUMN closed_at; ALTER TABLE subscriptions_subscription DROP INDEX ix_subscriptions_subscription_awaits, DROP INDEX ix_subscriptions_subscription_rate, DROP COLUMN awaits_invoice, DROP COLUMN rate_due;
