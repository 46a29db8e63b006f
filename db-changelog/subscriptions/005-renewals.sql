--liquibase formatted sql

--changeset weir:subscriptions-005 splitStatements:true endDelimiter:;
--comment: Paid plans that go on. origin: the first payment of an agreement, which later subscriptions under it keep. anchor: what periods are counted from. renews: a gateway charges the next period. access_until: so long after the paid period access stays. pending_plan_id: what it is to become.
ALTER TABLE subscriptions_subscription
  ADD COLUMN origin VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  ADD COLUMN anchor DATETIME(3) NULL,
  ADD COLUMN renews BOOLEAN NOT NULL DEFAULT FALSE,
  ADD COLUMN ends_at_gateway BOOLEAN NOT NULL DEFAULT FALSE,
  ADD COLUMN access_until DATETIME(3) NULL,
  ADD COLUMN pending_plan_id UUID NULL,
  ADD CONSTRAINT ck_subscriptions_subscription_access CHECK (access_until IS NULL OR access_until >= period_until),
  ADD CONSTRAINT fk_subscriptions_subscription_pending FOREIGN KEY (tenant_id, pending_plan_id)
    REFERENCES subscriptions_plan (tenant_id, id);
UPDATE subscriptions_subscription SET origin = cause, anchor = created_at;
CREATE INDEX ix_subscriptions_subscription_renews ON subscriptions_subscription (tenant_id, renews, period_until);

--changeset weir:subscriptions-006 splitStatements:true endDelimiter:;
--comment: Which payment a paid period is of; once per payment.
ALTER TABLE subscriptions_period
  ADD COLUMN cause VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  ADD CONSTRAINT uq_subscriptions_period_cause UNIQUE (tenant_id, cause);
UPDATE subscriptions_period p JOIN subscriptions_subscription s ON s.tenant_id = p.tenant_id AND s.id = p.subscription_id
  SET p.cause = s.cause WHERE s.is_free = FALSE;
