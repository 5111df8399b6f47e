-- AlterTable
ALTER TABLE "import" DROP COLUMN "cancel_asked",
ADD COLUMN     "undo" JSONB;

-- AlterTable
ALTER TABLE "import_row" ADD COLUMN     "issues" JSONB;
