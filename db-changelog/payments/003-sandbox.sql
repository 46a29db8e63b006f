--liquibase formatted sql

--changeset weir:payments-sandbox-001 splitStatements:true endDelimiter:;
-- The sandbox gateway's own books: what a provider would keep on its side. Checkouts have the payment's id. script: how it misbehaves. No card
-- number is kept anywhere: a card is the name of a test card.
CREATE TABLE sandbox_checkout (
  tenant_id       UUID NOT NULL,
  id              UUID NOT NULL,
  order_code      BIGINT NOT NULL,
  account_id      UUID NOT NULL,
  amount          BIGINT NOT NULL,
  currency        CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name            VARCHAR(1000) NOT NULL,
  recurring       VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NULL,
  status          VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  card            VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NULL,
  words           VARCHAR(255) NULL,
  script          VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  expires_at      DATETIME(3) NOT NULL,
  created_at      DATETIME(3) NOT NULL,
  decided_at      DATETIME(3) NULL,
  PRIMARY KEY (id),
  CONSTRAINT sandbox_checkout_status_known CHECK (status IN ('OPEN', 'PROCESSING', 'PAID', 'FAILED', 'CANCELLED')),
  CONSTRAINT sandbox_checkout_decided_when CHECK ((status IN ('PAID', 'FAILED', 'CANCELLED')) = (decided_at IS NOT NULL))
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

--changeset weir:payments-sandbox-002 splitStatements:true endDelimiter:;
-- Money that was taken: a checkout's, or an agreement's for one period. The reference names either, so that each is taken once.
CREATE TABLE sandbox_charge (
  tenant_id   UUID NOT NULL,
  reference   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  amount      BIGINT NOT NULL,
  currency    CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  script      VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  charged_at  DATETIME(3) NOT NULL,
  PRIMARY KEY (tenant_id, reference),
  CONSTRAINT sandbox_charge_positive CHECK (amount > 0)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
-- refund_key: the asker's own, so that asking again gives nothing back twice. becomes, due_at: what a pending one will turn out to be, and when.
CREATE TABLE sandbox_refund (
  tenant_id  UUID NOT NULL,
  refund_key VARCHAR(191) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  reference  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  charge     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  amount     BIGINT NOT NULL,
  currency   CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  status     VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  words      VARCHAR(255) NULL,
  becomes    VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NULL,
  due_at     DATETIME(3) NULL,
  asked_at   DATETIME(3) NOT NULL,
  PRIMARY KEY (tenant_id, refund_key),
  CONSTRAINT sandbox_refund_reference_once UNIQUE (tenant_id, reference),
  CONSTRAINT sandbox_refund_status_known CHECK (status IN ('COMPLETED', 'PENDING', 'FAILED')),
  CONSTRAINT sandbox_refund_pending CHECK ((status = 'PENDING') = (due_at IS NOT NULL AND becomes IS NOT NULL))
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
CREATE INDEX sandbox_refund_of_charge ON sandbox_refund (tenant_id, charge);
-- Pending refunds of all tenants, so this does not begin with one.
CREATE INDEX sandbox_refund_due ON sandbox_refund (due_at);

--changeset weir:payments-sandbox-003 splitStatements:true endDelimiter:;
-- Who is charged each period. anchor_at, paid_until, due_at are in the tenant's time; changed_at in real time. periods: paid since the anchor.
-- recurring, next_recurring: as product/unit/count. next_*: what it is for from the next period on.
CREATE TABLE sandbox_agreement (
  tenant_id            UUID NOT NULL,
  reference            VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  checkout_id          UUID NOT NULL,
  order_code           BIGINT NOT NULL,
  account_id           UUID NOT NULL,
  card                 VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  recurring            VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name                 VARCHAR(1000) NOT NULL,
  amount               BIGINT NOT NULL,
  currency             CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  next_recurring       VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NULL,
  next_name            VARCHAR(1000) NULL,
  next_amount          BIGINT NULL,
  change_key           VARCHAR(191) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  status               VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  cancel_at_period_end BOOLEAN NOT NULL,
  anchor_at            DATETIME(3) NOT NULL,
  periods              INT NOT NULL,
  paid_until           DATETIME(3) NOT NULL,
  charges              INT NOT NULL,
  failures             INT NOT NULL,
  due_at               DATETIME(3) NULL,
  script               VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  changed_at           DATETIME(3) NOT NULL,
  PRIMARY KEY (tenant_id, reference),
  CONSTRAINT sandbox_agreement_status_known CHECK (status IN ('ACTIVE', 'PAST_DUE', 'ENDED')),
  CONSTRAINT sandbox_agreement_due CHECK ((status = 'ENDED') = (due_at IS NULL)),
  CONSTRAINT sandbox_agreement_next CHECK ((next_recurring IS NULL) = (next_name IS NULL) AND (next_name IS NULL) = (next_amount IS NULL))
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
CREATE INDEX sandbox_agreement_due ON sandbox_agreement (tenant_id, due_at);
CREATE INDEX sandbox_agreement_by_account ON sandbox_agreement (tenant_id, account_id);
-- The test cards that an account has paid with. usual: the one that is charged.
CREATE TABLE sandbox_method (
  tenant_id  UUID NOT NULL,
  account_id UUID NOT NULL,
  card       VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  usual      BOOLEAN NOT NULL,
  used_at    DATETIME(3) NOT NULL,
  PRIMARY KEY (tenant_id, account_id, card)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

--changeset weir:payments-sandbox-004 splitStatements:true endDelimiter:;
-- The sandbox's outbox: messages on their way to the tenant's address for notices. copy: the same event again. bad_signature: the first try is
-- signed wrongly. next_attempt_at: NULL once it was taken or given up. Deliverers serve all tenants, so that index does not begin with one.
CREATE TABLE sandbox_notice (
  tenant_id       UUID NOT NULL,
  id              UUID NOT NULL,
  event_id        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  copy            INT NOT NULL,
  event_type      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  body            MEDIUMBLOB NOT NULL,
  bad_signature   BOOLEAN NOT NULL,
  attempts        INT NOT NULL,
  created_at      DATETIME(3) NOT NULL,
  next_attempt_at DATETIME(3) NULL,
  delivered_at    DATETIME(3) NULL,
  last_answer     VARCHAR(255) NULL,
  PRIMARY KEY (id),
  CONSTRAINT sandbox_notice_once UNIQUE (tenant_id, event_id, copy),
  CONSTRAINT sandbox_notice_ends_once CHECK (delivered_at IS NULL OR next_attempt_at IS NULL)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
CREATE INDEX sandbox_notice_due ON sandbox_notice (next_attempt_at, id);
CREATE INDEX sandbox_notice_old ON sandbox_notice (created_at);
