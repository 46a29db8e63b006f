--liquibase formatted sql

--changeset weir:subscriptions-001 splitStatements:true endDelimiter:;
--comment: What a tenant sells. Names are unique regardless of case, but not of accents: Vietnamese words differ by them.
CREATE TABLE subscriptions_plan (
  tenant_id UUID NOT NULL,
  id UUID NOT NULL,
  slug VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_as_ci NOT NULL,
  description TEXT NULL,
  price_minor BIGINT NOT NULL,
  currency CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  term_interval VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  term_days INT NULL,
  rank_no INT NOT NULL,
  quotas JSON NOT NULL,
  requests_per_minute INT NOT NULL,
  max_virtual_portfolios INT NULL,
  features JSON NOT NULL,
  active BOOLEAN NOT NULL,
  created_at DATETIME(3) NOT NULL,
  updated_at DATETIME(3) NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT uq_subscriptions_plan_id UNIQUE (tenant_id, id),
  CONSTRAINT uq_subscriptions_plan_slug UNIQUE (tenant_id, slug),
  CONSTRAINT uq_subscriptions_plan_name UNIQUE (tenant_id, name),
  CONSTRAINT ck_subscriptions_plan_price CHECK (price_minor >= 0),
  CONSTRAINT ck_subscriptions_plan_interval CHECK (term_interval IN ('month', 'year', 'days', 'lifetime')),
  CONSTRAINT ck_subscriptions_plan_days CHECK
    ((term_interval = 'days' AND term_days IS NOT NULL AND term_days >= 1) OR (term_interval <> 'days' AND term_days IS NULL)),
  CONSTRAINT ck_subscriptions_plan_rank CHECK (rank_no >= 0),
  CONSTRAINT ck_subscriptions_plan_rate CHECK (requests_per_minute >= 0),
  CONSTRAINT ck_subscriptions_plan_portfolios CHECK (max_virtual_portfolios IS NULL OR max_virtual_portfolios >= 1)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE subscriptions_extension_package (
  tenant_id UUID NOT NULL,
  id UUID NOT NULL,
  name VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_as_ci NOT NULL,
  description TEXT NULL,
  additional_calls BIGINT NOT NULL,
  price_minor BIGINT NOT NULL,
  currency CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  active BOOLEAN NOT NULL,
  created_at DATETIME(3) NOT NULL,
  updated_at DATETIME(3) NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT uq_subscriptions_extension_package_id UNIQUE (tenant_id, id),
  CONSTRAINT uq_subscriptions_extension_package_name UNIQUE (tenant_id, name),
  CONSTRAINT ck_subscriptions_extension_package_price CHECK (price_minor >= 0),
  CONSTRAINT ck_subscriptions_extension_package_calls CHECK (additional_calls >= 1)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE subscriptions_credit_package (
  tenant_id UUID NOT NULL,
  id UUID NOT NULL,
  name VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_as_ci NOT NULL,
  meter VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  credits BIGINT NOT NULL,
  bonus BIGINT NOT NULL,
  price_minor BIGINT NOT NULL,
  currency CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  active BOOLEAN NOT NULL,
  created_at DATETIME(3) NOT NULL,
  updated_at DATETIME(3) NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT uq_subscriptions_credit_package_id UNIQUE (tenant_id, id),
  CONSTRAINT uq_subscriptions_credit_package_name UNIQUE (tenant_id, name),
  CONSTRAINT ck_subscriptions_credit_package_price CHECK (price_minor >= 0),
  CONSTRAINT ck_subscriptions_credit_package_credits CHECK (credits >= 1 AND bonus >= 0)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

--rollback DROP TABLE subscriptions_credit_package; DROP TABLE subscriptions_extension_package; DROP TABLE subscriptions_plan;
