--liquibase formatted sql

--changeset weir:subscriptions-007 splitStatements:true endDelimiter:;
--comment: What a plan sells beside its period, and each version that it ever had. charges: what usage costs. minimum_minor: the least that a period costs. A period remembers the version that it was opened with.
ALTER TABLE subscriptions_plan
  ADD COLUMN plan_version INT NOT NULL DEFAULT 1,
  ADD COLUMN trial_days INT NOT NULL DEFAULT 0,
  ADD COLUMN family VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN renewal VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'none',
  ADD COLUMN charges JSON NOT NULL DEFAULT '[]',
  ADD COLUMN minimum_minor BIGINT NULL,
  ADD CONSTRAINT ck_subscriptions_plan_version CHECK (plan_version >= 1),
  ADD CONSTRAINT ck_subscriptions_plan_trial CHECK (trial_days BETWEEN 0 AND 365),
  ADD CONSTRAINT ck_subscriptions_plan_renewal CHECK (renewal IN ('invoice', 'none')),
  ADD CONSTRAINT ck_subscriptions_plan_minimum CHECK (minimum_minor IS NULL OR minimum_minor > 0);

CREATE TABLE subscriptions_plan_version (
  tenant_id UUID NOT NULL,
  id UUID NOT NULL,
  plan_id UUID NOT NULL,
  version_no INT NOT NULL,
  content JSON NOT NULL,
  price_minor BIGINT NOT NULL,
  currency CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  since DATETIME(3) NOT NULL,
  changed_by VARCHAR(100) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT uq_subscriptions_plan_version UNIQUE (tenant_id, plan_id, version_no),
  CONSTRAINT fk_subscriptions_plan_version_plan FOREIGN KEY (tenant_id, plan_id)
    REFERENCES subscriptions_plan (tenant_id, id),
  CONSTRAINT ck_subscriptions_plan_version_no CHECK (version_no >= 1),
  CONSTRAINT ck_subscriptions_plan_version_price CHECK (price_minor >= 0)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

ALTER TABLE subscriptions_period
  ADD COLUMN plan_version INT NOT NULL DEFAULT 1,
  ADD CONSTRAINT ck_subscriptions_period_version CHECK (plan_version >= 1);

--changeset weir:subscriptions-008 splitStatements:true endDelimiter:;
--comment: What is there is everybody's first version: earlier changes were not kept.
INSERT INTO subscriptions_plan_version (tenant_id, id, plan_id, version_no, content, price_minor, currency, since, changed_by)
SELECT tenant_id, UUID(), id, 1,
  JSON_OBJECT('name', name, 'description', description,
    'interval', term_interval, 'durationDays', term_days, 'rank', rank_no, 'quotas', JSON_COMPACT(quotas),
    'overage', overage, 'requestsPerMinute', requests_per_minute, 'maxVirtualPortfolios', max_virtual_portfolios,
    'features', JSON_COMPACT(features), 'isActive', JSON_COMPACT(IF(active, 'true', 'false')), 'trialDays', 0, 'family', NULL,
    'renewal', 'none', 'charges', JSON_COMPACT('[]'), 'minimum', NULL),
  price_minor, currency, created_at, 'system'
FROM subscriptions_plan;

--rollback DROP TABLE subscriptions_plan_version; ALTER TABLE subscriptions_period DROP CONSTRAINT ck_subscriptions_period_version, DROP COLUMN plan_version; ALTER TABLE subscriptions_plan DROP CONSTRAINT ck_subscriptions_plan_version, DROP CONSTRAINT ck_subscriptions_plan_trial, DROP CONSTRAINT ck_subscriptions_plan_renewal, DROP CONSTRAINT ck_subscriptions_plan_minimum, DROP COLUMN plan_version, DROP COLUMN trial_days, DROP COLUMN family, DROP COLUMN renewal, DROP COLUMN charges, DROP COLUMN minimum_minor;
