import { Download, Ellipsis, Redo2, Settings, Undo2, Upload } from 'lucide-react'
import { useLocation } from 'wouter'
import { Button } from '../ui/button.tsx'
import { Menu } from '../ui/menu.tsx'
import { words } from '../wording/words.ts'
import type { HeaderActions } from './header-actions.ts'

/** What the header has no room for on a narrow screen. */
export function MoreMenu({ undo, redo, onImport, onExport }: HeaderActions) {
  const [, navigate] = useLocation()
  const { common } = words
  return (
    <Menu
      trigger={
        <Button icon={<Ellipsis size={18} aria-hidden />} iconOnly>
          {common.more}
        </Button>
      }
      items={[
        { label: common.undo, icon: <Undo2 size={16} />, disabled: !undo, onSelect: () => undo?.() },
        { label: common.redo, icon: <Redo2 size={16} />, disabled: !redo, onSelect: () => redo?.() },
        { label: common.import, icon: <Upload size={16} />, onSelect: onImport },
        { label: common.export, icon: <Download size={16} />, disabled: !onExport, onSelect: () => onExport?.() },
        { label: common.settings, icon: <Settings size={16} />, onSelect: () => navigate('/settings') },
      ]}
    />
  )
}
