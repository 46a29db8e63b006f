--liquibase formatted sql

--changeset weir:subscriptions-003 splitStatements:true endDelimiter:;
--comment: What becomes of use beyond the quotas that was done already: refuse, allow, or up to a share of the quota.
ALTER TABLE subscriptions_plan
  ADD COLUMN overage VARCHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'refuse',
  ADD CONSTRAINT ck_subscriptions_plan_overage CHECK (overage IN ('refuse', 'allow') OR overage REGEXP '^[1-9][0-9]{0,3}%$');

--rollback ALTER TABLE subscriptions_plan DROP CONSTRAINT ck_subscriptions_plan_overage, DROP COLUMN overage;
