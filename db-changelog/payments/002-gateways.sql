--liquibase formatted sql

--changeset weir:payments-005 splitStatements:true endDelimiter:;
-- received_minor: what came so far. attention: why a person has to look. opened_at: when the gateway had it. next_check_at: when an open payment
-- is asked about there. recurring_*: what is bought goes on. renewal_charge: the gateway's name for a renewal's charge, which becomes one payment.
ALTER TABLE payments_payment
  ADD COLUMN received_minor BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN refunded_minor BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN attention VARCHAR(255) NULL,
  ADD COLUMN expires_at DATETIME(3) NULL,
  ADD COLUMN opened_at DATETIME(3) NULL,
  ADD COLUMN next_check_at DATETIME(3) NULL,
  ADD COLUMN checks INT NOT NULL DEFAULT 0,
  ADD COLUMN recurring_product VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN recurring_unit VARCHAR(5) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN recurring_count INT NULL,
  ADD COLUMN renewal_charge VARCHAR(191) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  ADD CONSTRAINT payments_payment_one_per_charge UNIQUE (tenant_id, gateway, renewal_charge),
  ADD CONSTRAINT payments_payment_received CHECK (received_minor >= 0),
  ADD CONSTRAINT payments_payment_refunded CHECK (refunded_minor BETWEEN 0 AND amount),
  ADD CONSTRAINT payments_payment_recurring
    CHECK ((recurring_product IS NULL AND recurring_unit IS NULL AND recurring_count IS NULL)
        OR (recurring_product IS NOT NULL AND recurring_unit IN ('DAY', 'MONTH', 'YEAR') AND recurring_count >= 1));
-- Notices without a tenant in their address are about money or an agreement of somebody's, so these do not begin with one.
CREATE INDEX payments_payment_by_money ON payments_payment (gateway, gateway_reference, tenant_id);
-- Reconciliation serves all tenants, so this does not begin with one.
CREATE INDEX payments_payment_to_check ON payments_payment (next_check_at, id);
UPDATE payments_payment SET received_minor = amount WHERE status IN ('COMPLETED', 'REFUNDED');

--changeset weir:payments-006 splitStatements:true endDelimiter:;
-- What was read at arrival is read again from the body when the notice is applied, so an order need not be known here.
-- dead_at: given up after too many failures, until a person has it replayed.
ALTER TABLE payments_notice
  DROP CONSTRAINT payments_notice_outcome_known,
  DROP COLUMN outcome,
  DROP COLUMN amount,
  DROP COLUMN currency,
  DROP COLUMN gateway_reference,
  DROP COLUMN message,
  MODIFY COLUMN order_code BIGINT NULL,
  MODIFY COLUMN result VARCHAR(255) NULL,
  ADD COLUMN event_type VARCHAR(100) NOT NULL DEFAULT '',
  ADD COLUMN occurred_at DATETIME(3) NULL,
  ADD COLUMN payment_id UUID NULL,
  ADD COLUMN needs_person BOOLEAN NOT NULL DEFAULT FALSE,
  ADD COLUMN attempts INT NOT NULL DEFAULT 0,
  ADD COLUMN last_error VARCHAR(255) NULL,
  ADD COLUMN dead_at DATETIME(3) NULL,
  ADD CONSTRAINT payments_notice_dead_or_applied CHECK (dead_at IS NULL OR applied_at IS NULL);
CREATE INDEX payments_notice_by_payment ON payments_notice (tenant_id, payment_id);
CREATE INDEX payments_notice_dead ON payments_notice (tenant_id, dead_at);

--changeset weir:payments-007 splitStatements:true endDelimiter:;
-- Four eyes, and payments in parts: a payment may have several approvals. received_minor: the money that a yes means; used: it was counted.
ALTER TABLE payments_approval
  ADD COLUMN received_minor BIGINT NULL,
  ADD COLUMN used BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE payments_approval SET used = TRUE;
CREATE INDEX payments_approval_by_payment ON payments_approval (tenant_id, payment_id, decided_at);
ALTER TABLE payments_approval DROP INDEX payments_approval_once;

--changeset weir:payments-008 splitStatements:true endDelimiter:;
-- What a tenant told its gateways. Values are sealed, secrets or not.
CREATE TABLE payments_gateway_setting (
  tenant_id  UUID NOT NULL,
  gateway    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name       VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sealed     BLOB NOT NULL,
  changed_at DATETIME(3) NOT NULL,
  PRIMARY KEY (tenant_id, gateway, name)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

--changeset weir:payments-009 splitStatements:true endDelimiter:;
-- An account's name at a gateway.
CREATE TABLE payments_customer (
  tenant_id  UUID NOT NULL,
  gateway    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  account_id UUID NOT NULL,
  customer   VARCHAR(191) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  created_at DATETIME(3) NOT NULL,
  PRIMARY KEY (tenant_id, gateway, account_id),
  CONSTRAINT payments_customer_once UNIQUE (tenant_id, gateway, customer)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

--changeset weir:payments-010 splitStatements:true endDelimiter:;
-- A payer's agreement with a gateway to be charged each period. product: what it is for, a plan's slug. changed_at: the gateway's own time of
-- the newest change that was applied; older ones come late and change nothing.
CREATE TABLE payments_agreement (
  tenant_id            UUID NOT NULL,
  id                   UUID NOT NULL,
  gateway              VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reference            VARCHAR(191) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  customer             VARCHAR(191) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  first_payment_id     UUID NOT NULL,
  account_id           UUID NOT NULL,
  payer_user_id        UUID NOT NULL,
  purpose_kind         VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  purpose_item         VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  product              VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  description          VARCHAR(1000) NOT NULL,
  status               VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  cancel_at_period_end BOOLEAN NOT NULL,
  paid_until           DATETIME(3) NULL,
  changed_at           DATETIME(3) NULL,
  created_at           DATETIME(3) NOT NULL,
  ended_at             DATETIME(3) NULL,
  PRIMARY KEY (id),
  CONSTRAINT payments_agreement_once UNIQUE (tenant_id, gateway, reference),
  CONSTRAINT payments_agreement_status_known CHECK (status IN ('ACTIVE', 'PAST_DUE', 'ENDED')),
  CONSTRAINT payments_agreement_ended_when CHECK ((status = 'ENDED') = (ended_at IS NOT NULL))
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
CREATE INDEX payments_agreement_by_reference ON payments_agreement (gateway, reference);
CREATE INDEX payments_agreement_by_account ON payments_agreement (tenant_id, account_id, created_at);

--changeset weir:payments-011 splitStatements:true endDelimiter:;
-- Money that came. source says how we know, reference names the money there: the same money is counted once for a payment. Not once for all
-- payments: two banks may use the same reference.
CREATE TABLE payments_receipt (
  tenant_id   UUID NOT NULL,
  id          UUID NOT NULL,
  payment_id  UUID NOT NULL,
  amount      BIGINT NOT NULL,
  currency    CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  source      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reference   VARCHAR(191) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  received_at DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT payments_receipt_once UNIQUE (tenant_id, payment_id, source, reference),
  CONSTRAINT payments_receipt_of_payment FOREIGN KEY (tenant_id, payment_id) REFERENCES payments_payment (tenant_id, id),
  CONSTRAINT payments_receipt_positive CHECK (amount > 0)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
CREATE INDEX payments_receipt_by_payment ON payments_receipt (tenant_id, payment_id, received_at);

--changeset weir:payments-012 splitStatements:true endDelimiter:;
-- Account credit: money that an account has with the tenant. Rows are only ever added; the balance row is locked by whoever adds.
CREATE TABLE payments_credit (
  tenant_id  UUID NOT NULL,
  id         UUID NOT NULL,
  account_id UUID NOT NULL,
  currency   CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  amount     BIGINT NOT NULL,
  kind       VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  cause      VARCHAR(191) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  note       VARCHAR(255) NULL,
  booked_at  DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT payments_credit_once UNIQUE (tenant_id, cause),
  CONSTRAINT payments_credit_not_zero CHECK (amount <> 0),
  CONSTRAINT payments_credit_kind_known CHECK (kind IN ('OVERPAYMENT', 'SPENT', 'RETURNED', 'PAID_OUT', 'ADJUSTMENT'))
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
CREATE INDEX payments_credit_by_account ON payments_credit (tenant_id, account_id, booked_at, id);
CREATE TABLE payments_credit_balance (
  tenant_id  UUID NOT NULL,
  account_id UUID NOT NULL,
  currency   CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  balance    BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, account_id, currency),
  CONSTRAINT payments_credit_never_overdrawn CHECK (balance >= 0)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

--changeset weir:payments-013 splitStatements:true endDelimiter:;
-- Money that went back, or is on its way. by_hand: a person sent it outside.
CREATE TABLE payments_refund (
  tenant_id       UUID NOT NULL,
  id              UUID NOT NULL,
  payment_id      UUID NOT NULL,
  amount          BIGINT NOT NULL,
  currency        CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  status          VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  by_hand         BOOLEAN NOT NULL,
  reason          VARCHAR(255) NOT NULL,
  reference       VARCHAR(191) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  words           VARCHAR(255) NULL,
  asked_by        UUID NULL,
  asked_at        DATETIME(3) NOT NULL,
  decided_at      DATETIME(3) NULL,
  attempts        INT NOT NULL DEFAULT 0,
  next_attempt_at DATETIME(3) NULL,
  PRIMARY KEY (id),
  CONSTRAINT payments_refund_reference_once UNIQUE (tenant_id, payment_id, reference),
  CONSTRAINT payments_refund_of_payment FOREIGN KEY (tenant_id, payment_id) REFERENCES payments_payment (tenant_id, id),
  CONSTRAINT payments_refund_positive CHECK (amount > 0),
  CONSTRAINT payments_refund_status_known CHECK (status IN ('ASKED', 'PENDING', 'COMPLETED', 'FAILED')),
  CONSTRAINT payments_refund_decided_when CHECK ((status IN ('COMPLETED', 'FAILED')) = (decided_at IS NOT NULL))
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
CREATE INDEX payments_refund_by_payment ON payments_refund (tenant_id, payment_id, asked_at);
CREATE INDEX payments_refund_due ON payments_refund (status, next_attempt_at);

--changeset weir:payments-014 splitStatements:true endDelimiter:;
-- What a payer shows for a transfer; the bytes are in the object store under object_key.
CREATE TABLE payments_proof (
  tenant_id   UUID NOT NULL,
  id          UUID NOT NULL,
  payment_id  UUID NOT NULL,
  object_key  VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  file_name   VARCHAR(255) NOT NULL,
  media_type  VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  size_bytes  BIGINT NOT NULL,
  sha256      CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  uploaded_by UUID NOT NULL,
  uploaded_at DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT payments_proof_once UNIQUE (tenant_id, payment_id, sha256),
  CONSTRAINT payments_proof_of_payment FOREIGN KEY (tenant_id, payment_id) REFERENCES payments_payment (tenant_id, id),
  CONSTRAINT payments_proof_type_known CHECK (media_type IN ('image/png', 'image/jpeg', 'application/pdf')),
  CONSTRAINT payments_proof_size CHECK (size_bytes BETWEEN 1 AND 5242880)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

--changeset weir:payments-015 splitStatements:true endDelimiter:;
-- Bank statements as they were imported. A file comes once; a line that two files share (statements overlap) comes once too.
CREATE TABLE payments_statement (
  tenant_id   UUID NOT NULL,
  id          UUID NOT NULL,
  file_name   VARCHAR(255) NOT NULL,
  format      VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sha256      CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  bank_account VARCHAR(64) NULL,
  imported_by UUID NOT NULL,
  imported_at DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT payments_statement_once UNIQUE (tenant_id, sha256),
  CONSTRAINT payments_statement_format_known CHECK (format IN ('CSV', 'CAMT053'))
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
CREATE TABLE payments_statement_line (
  tenant_id      UUID NOT NULL,
  id             UUID NOT NULL,
  statement_id   UUID NOT NULL,
  line_no        INT NOT NULL,
  line_key       CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  booked_on      DATE NOT NULL,
  amount         BIGINT NOT NULL,
  currency       CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  counterparty   VARCHAR(255) NULL,
  memo           VARCHAR(1000) NOT NULL,
  bank_reference VARCHAR(191) NULL,
  status         VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  payment_id     UUID NULL,
  decided_by     UUID NULL,
  decided_at     DATETIME(3) NULL,
  PRIMARY KEY (id),
  CONSTRAINT payments_statement_line_once UNIQUE (tenant_id, line_key),
  CONSTRAINT payments_statement_line_of FOREIGN KEY (statement_id) REFERENCES payments_statement (id),
  CONSTRAINT payments_statement_line_status_known CHECK (status IN ('OPEN', 'MATCHED', 'IGNORED')),
  CONSTRAINT payments_statement_line_matched CHECK ((status = 'MATCHED') = (payment_id IS NOT NULL))
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
CREATE INDEX payments_statement_line_open ON payments_statement_line (tenant_id, status, booked_on);
