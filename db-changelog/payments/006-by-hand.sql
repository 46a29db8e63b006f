--liquibase formatted sql

--changeset weir:payments-050 splitStatements:true endDelimiter:;
-- Money that people move by hand: given back, put to credit, paid out. waiting_for repeats the line, payment or account while another person has
-- to agree: NULLs never collide, so each has one waiting decision at most. seen: how it stood when the first person looked.
CREATE TABLE payments_decision (
  tenant_id   UUID NOT NULL,
  id          UUID NOT NULL,
  kind        VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  status      VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  account_id  UUID NOT NULL,
  payment_id  UUID NULL,
  line_id     UUID NULL,
  waiting_for UUID NULL,
  amount      BIGINT NOT NULL,
  currency    CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  note        VARCHAR(1000) NULL,
  seen        VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  asked_by    UUID NOT NULL,
  asked_at    DATETIME(3) NOT NULL,
  decided_by  UUID NULL,
  decided_at  DATETIME(3) NULL,
  PRIMARY KEY (id),
  CONSTRAINT payments_decision_one_waits UNIQUE (tenant_id, waiting_for),
  CONSTRAINT payments_decision_kind_known CHECK (kind IN ('REFUND', 'HAND_REFUND', 'CREDIT', 'PAY_OUT', 'LINE_CREDIT')),
  CONSTRAINT payments_decision_status_known CHECK (status IN ('WAITING', 'DONE', 'WITHDRAWN')),
  CONSTRAINT payments_decision_waits CHECK ((status = 'WAITING') = (waiting_for IS NOT NULL)),
  CONSTRAINT payments_decision_two_people CHECK (status <> 'DONE' OR decided_by IS NULL OR decided_by <> asked_by),
  CONSTRAINT payments_decision_positive CHECK (amount > 0)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
CREATE INDEX payments_decision_by_status ON payments_decision (tenant_id, status, asked_at, id);
CREATE INDEX payments_decision_by_account ON payments_decision (tenant_id, account_id, asked_at);

--changeset weir:payments-051 splitStatements:true endDelimiter:;
-- A notice that needed a person, and who has looked at it since.
ALTER TABLE payments_notice
  ADD COLUMN acknowledged_at DATETIME(3) NULL,
  ADD COLUMN acknowledged_by UUID NULL,
  ADD COLUMN acknowledged_note VARCHAR(500) NULL,
  ADD CONSTRAINT payments_notice_acknowledged CHECK (acknowledged_at IS NULL OR needs_person);
