import { describe, expect, it, vi } from 'vitest'
import { receiveLaunchedFiles, type LaunchingWindow } from './launched-files.ts'

type Consumer = Parameters<NonNullable<LaunchingWindow['launchQueue']>['setConsumer']>[0]

describe('files that the program is opened with', () => {
  it('I95 are taken together, and those that cannot be read are named', async () => {
    let launch: Consumer | undefined
    const [onFiles, onUnreadable] = [
      vi.fn<(files: readonly File[]) => void>(),
      vi.fn<(names: readonly string[]) => void>(),
    ]
    receiveLaunchedFiles({ launchQueue: { setConsumer: consumer => (launch = consumer) } }, onFiles, onUnreadable)
    const [first, second] = [new File(['a'], 'a.txt'), new File(['b'], 'b.docx')]
    const lost = { name: 'gone.pdf', getFile: () => Promise.reject(new DOMException('', 'NotFoundError')) }
    launch!({ files: [asHandle(first), lost, asHandle(second)] })
    await vi.waitFor(() => expect(onUnreadable).toHaveBeenCalledWith(['gone.pdf']))
    expect(onFiles.mock.calls).toEqual([[[first, second]]])
  })

  it('I95 are none when the program is opened without', async () => {
    let launch: Consumer | undefined
    const onFiles = vi.fn<(files: readonly File[]) => void>()
    receiveLaunchedFiles({ launchQueue: { setConsumer: consumer => (launch = consumer) } }, onFiles, onFiles as never)
    launch!({})
    launch!({ files: [] })
    await Promise.resolve()
    expect(onFiles).not.toHaveBeenCalled()
    receiveLaunchedFiles({}, onFiles, onFiles as never)
  })
})

function asHandle(file: File) {
  return { name: file.name, getFile: () => Promise.resolve(file) }
}
