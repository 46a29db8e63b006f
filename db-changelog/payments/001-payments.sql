--liquibase formatted sql

--changeset weir:payments-001 splitStatements:true endDelimiter:;
-- open_reference repeats the reference while the payment is open: NULLs never collide, so only open payments keep theirs to themselves.
CREATE TABLE payments_payment (
  tenant_id         UUID NOT NULL,
  id                UUID NOT NULL,
  order_code        BIGINT NOT NULL,
  account_id        UUID NOT NULL,
  payer_user_id     UUID NOT NULL,
  amount            BIGINT NOT NULL,
  currency          CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  description       VARCHAR(1000) NOT NULL,
  status            VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  purpose_kind      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  purpose_item      VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  gateway           VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reference         VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  open_reference    VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  checkout          JSON NULL,
  return_url        VARCHAR(2000) NULL,
  cancel_url        VARCHAR(2000) NULL,
  gateway_reference VARCHAR(255) NULL,
  note              VARCHAR(1000) NULL,
  created_at        DATETIME(3) NOT NULL,
  completed_at      DATETIME(3) NULL,
  version           BIGINT NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT payments_payment_id UNIQUE (tenant_id, id),
  CONSTRAINT payments_payment_order_code UNIQUE (order_code),
  CONSTRAINT payments_payment_open_reference UNIQUE (tenant_id, open_reference),
  CONSTRAINT payments_payment_code_fits CHECK (order_code BETWEEN 1 AND 9007199254740991),
  CONSTRAINT payments_payment_amount_positive CHECK (amount > 0),
  CONSTRAINT payments_payment_status_known
    CHECK (status IN ('PENDING', 'PROCESSING', 'COMPLETED', 'FAILED', 'CANCELLED', 'REFUNDED')),
  CONSTRAINT payments_payment_open_has_reference
    CHECK ((status IN ('PENDING', 'PROCESSING') AND open_reference IS NOT NULL AND open_reference = reference)
        OR (status NOT IN ('PENDING', 'PROCESSING') AND open_reference IS NULL)),
  CONSTRAINT payments_payment_completed_when
    CHECK ((status IN ('COMPLETED', 'REFUNDED') AND completed_at IS NOT NULL)
        OR (status NOT IN ('COMPLETED', 'REFUNDED') AND completed_at IS NULL))
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

--changeset weir:payments-002 splitStatements:true endDelimiter:;
CREATE INDEX payments_payment_by_account ON payments_payment (tenant_id, account_id, created_at, id);
CREATE INDEX payments_payment_by_status ON payments_payment (tenant_id, status, created_at, id);
CREATE INDEX payments_payment_by_time ON payments_payment (tenant_id, created_at, id);
CREATE INDEX payments_payment_by_purpose ON payments_payment (tenant_id, purpose_kind, purpose_item, status);

--changeset weir:payments-003 splitStatements:true endDelimiter:;
CREATE TABLE payments_approval (
  tenant_id        UUID NOT NULL,
  id               UUID NOT NULL,
  payment_id       UUID NOT NULL,
  approver_user_id UUID NOT NULL,
  decision         VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  note             VARCHAR(1000) NULL,
  decided_at       DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT payments_approval_once UNIQUE (tenant_id, payment_id),
  CONSTRAINT payments_approval_of_payment FOREIGN KEY (tenant_id, payment_id) REFERENCES payments_payment (tenant_id, id),
  CONSTRAINT payments_approval_decision_known CHECK (decision IN ('APPROVED', 'REJECTED'))
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

--changeset weir:payments-004 splitStatements:true endDelimiter:;
-- No foreign key to the payment: a notice about an unknown order is kept too.
CREATE TABLE payments_notice (
  tenant_id         UUID NOT NULL,
  id                UUID NOT NULL,
  gateway           VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  event_key         VARCHAR(191) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  order_code        BIGINT NOT NULL,
  outcome           VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  amount            BIGINT NOT NULL,
  currency          CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  gateway_reference VARCHAR(255) NULL,
  message           VARCHAR(255) NULL,
  body              MEDIUMBLOB NOT NULL,
  received_at       DATETIME(3) NOT NULL,
  applied_at        DATETIME(3) NULL,
  result            VARCHAR(100) NULL,
  PRIMARY KEY (id),
  CONSTRAINT payments_notice_once UNIQUE (tenant_id, gateway, event_key),
  CONSTRAINT payments_notice_outcome_known CHECK (outcome IN ('PAID', 'FAILED', 'CANCELLED', 'PROCESSING', 'IGNORED')),
  CONSTRAINT payments_notice_applied_has_result CHECK ((applied_at IS NULL) = (result IS NULL))
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
CREATE INDEX payments_notice_by_time ON payments_notice (tenant_id, received_at, id);
CREATE INDEX payments_notice_by_order ON payments_notice (tenant_id, order_code);
