--liquibase formatted sql

--changeset weir:subscriptions-002 splitStatements:true endDelimiter:;
--comment: Who has what. The row of subscriptions_account is what activations, cancellations and renewals of one account queue for.
CREATE TABLE subscriptions_account (
  tenant_id UUID NOT NULL,
  id UUID NOT NULL,
  created_at DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT uq_subscriptions_account_id UNIQUE (tenant_id, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE subscriptions_subscription (
  tenant_id UUID NOT NULL,
  id UUID NOT NULL,
  account_id UUID NOT NULL,
  plan_id UUID NOT NULL,
  status VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  is_free BOOLEAN NOT NULL,
  period_from DATETIME(3) NOT NULL,
  period_until DATETIME(3) NULL,
  opened_until DATETIME(3) NULL,
  cancel_at_period_end BOOLEAN NOT NULL,
  cause VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  created_at DATETIME(3) NOT NULL,
  ended_at DATETIME(3) NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT uq_subscriptions_subscription_id UNIQUE (tenant_id, id),
  CONSTRAINT uq_subscriptions_subscription_cause UNIQUE (tenant_id, cause),
  CONSTRAINT fk_subscriptions_subscription_account FOREIGN KEY (tenant_id, account_id)
    REFERENCES subscriptions_account (tenant_id, id),
  CONSTRAINT fk_subscriptions_subscription_plan FOREIGN KEY (tenant_id, plan_id)
    REFERENCES subscriptions_plan (tenant_id, id),
  CONSTRAINT ck_subscriptions_subscription_status CHECK
    (status IN ('TRIALING', 'ACTIVE', 'PAST_DUE', 'UNPAID', 'CANCELED', 'EXPIRED', 'PENDING')),
  CONSTRAINT ck_subscriptions_subscription_period CHECK (period_until IS NULL OR period_from < period_until),
  CONSTRAINT ck_subscriptions_subscription_opened CHECK (opened_until IS NULL OR period_until <= opened_until),
  CONSTRAINT ck_subscriptions_subscription_ended CHECK
    ((status IN ('CANCELED', 'EXPIRED') AND ended_at IS NOT NULL) OR (status NOT IN ('CANCELED', 'EXPIRED') AND ended_at IS NULL)),
  INDEX ix_subscriptions_subscription_account (tenant_id, account_id, created_at),
  INDEX ix_subscriptions_subscription_plan (tenant_id, plan_id, status, period_until),
  INDEX ix_subscriptions_subscription_due (tenant_id, status, period_until),
  INDEX ix_subscriptions_subscription_renewal (tenant_id, is_free, opened_until)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE subscriptions_period (
  tenant_id UUID NOT NULL,
  id UUID NOT NULL,
  subscription_id UUID NOT NULL,
  period_from DATETIME(3) NOT NULL,
  period_until DATETIME(3) NULL,
  meters JSON NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT uq_subscriptions_period_from UNIQUE (tenant_id, subscription_id, period_from),
  CONSTRAINT fk_subscriptions_period_subscription FOREIGN KEY (tenant_id, subscription_id)
    REFERENCES subscriptions_subscription (tenant_id, id),
  CONSTRAINT ck_subscriptions_period_order CHECK (period_until IS NULL OR period_from < period_until)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE subscriptions_extension_purchase (
  tenant_id UUID NOT NULL,
  id UUID NOT NULL,
  account_id UUID NOT NULL,
  extension_id UUID NOT NULL,
  subscription_id UUID NOT NULL,
  name VARCHAR(255) NOT NULL,
  additional_calls BIGINT NOT NULL,
  price_minor BIGINT NOT NULL,
  currency CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  cause VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  purchased_at DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT uq_subscriptions_extension_purchase_cause UNIQUE (tenant_id, cause),
  CONSTRAINT fk_subscriptions_extension_purchase_extension FOREIGN KEY (tenant_id, extension_id)
    REFERENCES subscriptions_extension_package (tenant_id, id),
  CONSTRAINT fk_subscriptions_extension_purchase_subscription FOREIGN KEY (tenant_id, subscription_id)
    REFERENCES subscriptions_subscription (tenant_id, id),
  CONSTRAINT ck_subscriptions_extension_purchase_calls CHECK (additional_calls >= 1),
  CONSTRAINT ck_subscriptions_extension_purchase_price CHECK (price_minor >= 0),
  INDEX ix_subscriptions_extension_purchase_account (tenant_id, account_id, purchased_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

--rollback DROP TABLE subscriptions_extension_purchase; DROP TABLE subscriptions_period; DROP TABLE subscriptions_subscription; DROP TABLE subscriptions_account;
